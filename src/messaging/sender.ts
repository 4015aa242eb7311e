import * as v from 'valibot';
import {
  type AccountId,
  accountIdSchema,
  type ConversationId,
  conversationIdSchema,
} from '../domain/unsend/identity.ts';

/** What the browser says of the sender of a message; as `runtime.MessageSender`, with the fields that Chrome adds. */
export interface RawSender {
  readonly id?: string;
  readonly origin?: string;
  readonly url?: string;
  readonly documentLifecycle?: string;
  readonly tab?: { readonly id?: number; readonly url?: string };
}

/** Who may speak to the worker: one of our own pages, or a content script on one of LINE's two hosts. */
export type Sender =
  | { readonly kind: 'page' }
  | { readonly kind: 'line'; readonly tabId: number; readonly addresses: readonly Address[] };

/** What a chat address names. Both are null on pages of LINE's that name no account. */
export interface Address {
  readonly account: AccountId | null;
  readonly conversation: ConversationId | null;
}

const CHAT_ORIGIN = 'https://chat.line.biz';
const LINE_ORIGINS: readonly string[] = [CHAT_ORIGIN, 'https://manager.line.biz'];

/**
 * Who sent a message, by what the browser says alone; null for everybody who may say nothing. A renderer that was taken
 * over can imitate a content script, so `line` never gets the rights of `page`.
 */
export function identifySender(raw: RawSender, extensionId: string): Sender | null {
  if (raw.id !== extensionId) return null;
  // `frame-ancestors 'none'` keeps our pages out of foreign frames, so their origin alone identifies them.
  if (raw.origin === `chrome-extension://${extensionId}`) return { kind: 'page' };
  if (raw.origin === undefined || !LINE_ORIGINS.includes(raw.origin)) return null;
  if (raw.tab?.id === undefined || raw.documentLifecycle !== 'active') return null;
  return { kind: 'line', tabId: raw.tab.id, addresses: addressesOf(raw) };
}

/**
 * The chat addresses of a sender. There can be two: the tab's is the newest, the document's is the one it was loaded from,
 * and a batch that is sent while a tab moves on belongs to the latter.
 */
function addressesOf(raw: RawSender): readonly Address[] {
  return [raw.tab?.url, raw.url].map(readAddress).filter((address) => address !== null);
}

/** Reads `https://chat.line.biz/{account}/chat/{conversation}`; null for any address that is not a chat's. */
export function readAddress(url: string | undefined): Address | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  if (origin !== CHAT_ORIGIN) return null;
  const [account, chat, conversation] = pathname.split('/').slice(1);
  return {
    account: readOrNull(accountIdSchema, account),
    conversation: chat === 'chat' ? readOrNull(conversationIdSchema, conversation) : null,
  };
}

function readOrNull<T>(schema: v.GenericSchema<unknown, T>, text: unknown): T | null {
  const parsed = v.safeParse(schema, text);
  return parsed.success ? parsed.output : null;
}
