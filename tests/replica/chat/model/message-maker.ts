import type { MessageIds } from './ids.ts';
import type { Content, Message, Notice } from './message.ts';

let made = 0;

/** Makes the messages of one conversation. */
export class MessageMaker {
  readonly #chatId: string;
  readonly #ids: MessageIds;

  constructor(chatId: string, ids: MessageIds) {
    this.#chatId = chatId;
    this.#ids = ids;
  }

  /** A message that the server has confirmed. */
  received(
    direction: Message['direction'],
    sender: string,
    sentAt: number,
    content: Content,
    kind: Message['kind'] = direction === 'incoming' ? 'customer' : 'operator',
  ): Message {
    const pending = this.pending(sender, sentAt, content);
    return { ...pending, direction, kind, id: this.#ids.next(pending.sentAt), state: 'sent', read: true };
  }

  /** An outgoing message that waits for the server. */
  pending(sender: string, moment: number, content: Content): Message {
    const sentAt = Math.round(moment);
    made += 1;
    return {
      type: 'message',
      key: `message ${made}`,
      id: null,
      sendId: `${this.#chatId}_${sentAt}_${String(made).padStart(7, '0')}`,
      direction: 'outgoing',
      kind: 'operator',
      sender,
      sentAt,
      state: 'sending',
      unsentAs: null,
      read: false,
      content,
    };
  }

  /** The pending message, received by the server at a moment (epoch ms). */
  confirmed(message: Message, moment: number): Message {
    const sentAt = Math.round(moment);
    return { ...message, id: this.#ids.next(sentAt), sentAt, state: 'sent' };
  }

  notice(sentAt: number, text: string): Notice {
    made += 1;
    return { type: 'notice', key: `notice ${made}`, sentAt, text };
  }
}
