import { CHAT_ORIGIN, type ChatPlace, MANAGER_ORIGIN, readChatPath } from '../domain/line-address.ts';

/** What the browser says of the sender of a message; as `runtime.MessageSender`, with the fields that Chrome adds. */
export interface RawSender {
  readonly id?: string;
  readonly origin?: string;
  readonly url?: string;
  readonly documentLifecycle?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly url?: string };
}

/**
 * Who may speak to the worker: one of our own pages, or a content script on one of LINE's two hosts. `isTop`: it runs in the
 * page itself, not in a frame inside.
 */
export type Sender =
  | { readonly kind: 'page' }
  | { readonly kind: 'chat'; readonly tabId: number; readonly addresses: readonly ChatPlace[] }
  | { readonly kind: 'manager'; readonly tabId: number; readonly isTop: boolean };

/**
 * Who sent a message, by what the browser says alone; null for everybody who may say nothing. A renderer that was taken
 * over can imitate a content script, so no content script ever gets the rights of `page`.
 */
export function identifySender(raw: RawSender, extensionId: string): Sender | null {
  if (raw.id !== extensionId) return null;
  // `frame-ancestors 'none'` keeps our pages out of foreign frames, so their origin alone identifies them.
  if (raw.origin === `chrome-extension://${extensionId}`) return { kind: 'page' };
  if (raw.tab?.id === undefined || raw.documentLifecycle !== 'active') return null;
  const tabId = raw.tab.id;
  if (raw.origin === CHAT_ORIGIN) return { kind: 'chat', tabId, addresses: addressesOf(raw) };
  if (raw.origin === MANAGER_ORIGIN) return { kind: 'manager', tabId, isTop: raw.frameId === 0 };
  return null;
}

/**
 * What the addresses of a sender name. There can be two: the tab's is the newest, the document's is the one it was loaded
 * from, and a batch that is sent while a tab moves on belongs to the latter. None on pages that name no account.
 */
function addressesOf(raw: RawSender): readonly ChatPlace[] {
  return [raw.tab?.url, raw.url].map(readAddress).filter((address) => address !== null);
}

function readAddress(url: string | undefined): ChatPlace | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return origin === CHAT_ORIGIN ? readChatPath(pathname) : null;
}
