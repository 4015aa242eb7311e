import * as v from 'valibot';
import {
  type AccountId,
  accountIdSchema,
  type ConversationId,
  conversationIdSchema,
} from './unsend/identity.ts';

/** LINE's host for chats: the only one whose addresses name accounts and conversations (docs/line-pages.md, "Addresses"). */
export const CHAT_ORIGIN = 'https://chat.line.biz';

/** LINE's host for broadcasts and settings. */
export const MANAGER_ORIGIN = 'https://manager.line.biz';

/** Every host on which a content script may run. */
export const LINE_ORIGINS: readonly string[] = [CHAT_ORIGIN, MANAGER_ORIGIN];

/** The same as match patterns, as the browser wants them. */
export const LINE_PAGES: readonly string[] = LINE_ORIGINS.map((origin) => `${origin}/*`);

/** What the address of a chat page names. */
export interface ChatPlace {
  readonly account: AccountId;
  /** Null: the list alone, or a settings page. */
  readonly conversation: ConversationId | null;
}

const PATH = /^\/(U[0-9a-f]{32})(?:\/chat\/([UCR][0-9a-f]{32}))?(?:\/|$)/;

/** Reads the path `/{account}/chat/{conversation}` of a chat page; null where it names no account. */
export function readChatPath(path: string): ChatPlace | null {
  const found = PATH.exec(path);
  if (found === null) return null;
  return {
    account: v.parse(accountIdSchema, found[1]),
    conversation: found[2] === undefined ? null : v.parse(conversationIdSchema, found[2]),
  };
}

/** Where LINE shows a conversation. */
export function chatAddress(account: AccountId, conversation: ConversationId): string {
  return `${CHAT_ORIGIN}/${account}/chat/${conversation}`;
}

/** The two sides of LINE on which Matta works. */
export type LineSide = 'chat' | 'manager';

/** Which side of LINE's an address belongs to; null for all others. `address` is missing for pages that Matta may not read. */
export function lineSide(address: string | undefined): LineSide | null {
  if (address?.startsWith(`${CHAT_ORIGIN}/`)) return 'chat';
  return address?.startsWith(`${MANAGER_ORIGIN}/`) ? 'manager' : null;
}

/** Whether two places are the same account and conversation; null is only the same as null. */
export function isSamePlace(a: ChatPlace | null, b: ChatPlace | null): boolean {
  return a?.account === b?.account && a?.conversation === b?.conversation;
}
