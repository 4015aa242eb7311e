import { switches } from '../active-switches.ts';
import { lastPressedElement } from '../first-listeners.ts';
import type { RequestEnd } from '../practice-manager-api.ts';

/** One request to LINE's interface, whatever carries it. */
export interface Message {
  readonly method: string;
  /** Absolute path with query. */
  readonly address: string;
  /** JSON; null for none. */
  readonly body: string | null;
}

export interface Reply {
  readonly end: RequestEnd;
  /** The text of the answer; empty where it cannot be read. */
  readonly text: string;
}

const SCRIPT_REVISION = '90.0.0';

/** How long the page waits, ms. Only the page with the silent server is impatient: a held request must not end by it. */
export const PATIENCE_MS = switches.server === 'timeout' ? 1000 : 600_000;

/** The headers that the page puts on what it sends by XHR and fetch. */
export function headersOf({ body }: Message): Readonly<Record<string, string>> {
  const pressed = lastPressedElement();
  return {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
    'X-XSRF-TOKEN': xsrfToken(),
    'X-BotCms-ScriptRevision': SCRIPT_REVISION,
    ...(pressed === '' ? {} : { 'X-BotCms-LastClickedElement': pressed }),
  };
}

function xsrfToken(): string {
  const known = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  if (known !== undefined) return known;
  const made = crypto.randomUUID();
  // biome-ignore lint/suspicious/noDocumentCookie: the page sets its cookie as LINE's server would
  document.cookie = `XSRF-TOKEN=${made}; path=/; secure; samesite=lax`;
  return made;
}
