import type { StoredMessage } from '../../messaging/protocol.ts';

/** Where LINE shows a conversation. Both ids were checked for shape when they entered Matta. */
export function conversationAddress(message: Pick<StoredMessage, 'account' | 'conversation'>): string {
  return `https://chat.line.biz/${message.account}/chat/${message.conversation}`;
}
