import { classifyRequest, type RequestClass } from '../../line/manager/requests/classify-request.ts';
import { replaceEach, uncurry } from '../../line/manager/requests/safe-calls.ts';
import { absoluteUrl, nativeOpen, nativeSend, nativeSetHeader } from './page-functions.ts';
import type { Body } from './snapshot.ts';

/**
 * No request leaves for this address: Chromium blocks, and fails as it would a broken connection, what has a line break and
 * a `<` in it. Of the page's own origin, as elsewhere an upload's listeners are told nothing, and the page's own
 * Content-Security-Policy would report it.
 */
const NOWHERE = `${self.origin}/matta\n<refused`;

/** What is known of a request between `open` and its end. */
export interface Opened {
  readonly method: string;
  readonly url: string;
  readonly requestClass: Exclude<RequestClass, 'harmless'>;
  readonly isAsync: boolean;
  readonly user: unknown;
  readonly password: unknown;
  /** Names and values in turn. */
  readonly headers: string[];
  waiting: Waiting | null;
  /** Its end is decided. Whatever is tried with it then is the browser's to refuse. */
  isDecided: boolean;
}

/** A request that waits for its verdict. */
export interface Waiting {
  readonly body: Body;
  giveUp(): void;
}

/** The browser's own `open`, with as many arguments as were given. */
export const openWith = uncurry<XMLHttpRequest, readonly unknown[], void>(
  nativeOpen as (...args: readonly unknown[]) => void,
);

/** The browser's own `setRequestHeader`. */
export const setHeaderWith = uncurry<XMLHttpRequest, readonly unknown[], void>(
  nativeSetHeader as (...args: readonly unknown[]) => void,
);

/**
 * Opens the request once more, with the nonce that the lock lets pass, and sends it in the same breath: until then nobody who
 * has got hold of another frame's `send` could do anything with it.
 */
export function sendWithNonce(request: XMLHttpRequest, state: Opened, nonce: string, body: Body): void {
  const { method, url, requestClass, isAsync, user, password, headers } = state;
  if (requestClass === 'commit') {
    openWith(request, method, `${url}#${nonce}`, isAsync, user, password);
    for (let at = 0; at < headers.length; at += 2) setHeaderWith(request, headers[at], headers[at + 1]);
  }
  nativeSend(request, body ?? null);
}

/** With a body where it had one, so that whoever watches the upload hears of its end as well. */
export function startFailing(request: XMLHttpRequest, isAsync: boolean, body: Body): void {
  openWith(request, 'POST', NOWHERE, isAsync);
  nativeSend(request, body === null || body === undefined ? null : '-');
}

/** Null for a request that is none of the gate's business. */
export function describe(
  method: string,
  written: string,
  isAsync: boolean,
  user: unknown,
  password: unknown,
): Opened | null {
  const url = withoutFragment(written);
  const requestClass = classifyRequest(method, url);
  if (requestClass === 'harmless') return null;
  return { method, url, requestClass, isAsync, user, password, headers: [], waiting: null, isDecided: false };
}

function withoutFragment(written: string): string {
  try {
    return replaceEach(absoluteUrl(written), /#[\s\S]*/, '');
  } catch {
    return written;
  }
}
