import * as v from 'valibot';
import {
  type AccountId,
  accountIdSchema,
  type ConversationId,
  conversationIdSchema,
} from '../../domain/unsend/identity.ts';

/** What the address of a chat page says. */
export interface ChatRoute {
  readonly account: AccountId;
  /** null: the list alone, or a settings page. */
  readonly conversation: ConversationId | null;
}

const PATH = /^\/(U[0-9a-f]{32})(?:\/chat\/([UCR][0-9a-f]{32}))?(?:\/|$)/;

/** Reads `/{account}/chat/{conversation}`; null where the address names no account. */
export function readRoute(path: string): ChatRoute | null {
  const found = PATH.exec(path);
  if (found === null) return null;
  return {
    account: v.parse(accountIdSchema, found[1]),
    conversation: found[2] === undefined ? null : v.parse(conversationIdSchema, found[2]),
  };
}

/** Group and room chats: whether their messages can be unsent is documented nowhere. */
export function isGroup(conversation: ConversationId): boolean {
  return !conversation.startsWith('U');
}
