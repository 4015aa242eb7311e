import type { ConversationId } from './identity.ts';

/**
 * What kind of outgoing message a row holds, as far as it decides about unsending.
 * `text`, `sticker`, `image`, `voice`: typed or chosen by an operator. `other`: an operator's message of a kind for which no
 * source says that it can be unsent (card, coupon, file, unknown). `automatic`: auto-response, greeting, chat bot.
 * `broadcast`: broadcast and step messages, which can never be unsent.
 */
export const MESSAGE_KINDS = [
  'text',
  'sticker',
  'image',
  'voice',
  'other',
  'automatic',
  'broadcast',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** False for kinds that LINE never takes back. */
export function canBeUnsent(kind: MessageKind): boolean {
  return kind !== 'automatic' && kind !== 'broadcast';
}

/** Group and room chats, as their ids tell. */
export function isGroup(conversation: ConversationId): boolean {
  return !conversation.startsWith('U');
}

/** True where no source says whether LINE takes it back: cards, coupons, files, and whatever is sent to a group. */
export function isUnconfirmed(kind: MessageKind, conversation: ConversationId): boolean {
  return kind === 'other' || isGroup(conversation);
}
