import * as v from 'valibot';
import type { MessageId } from '../../domain/unsend/identity.ts';
import type { Conversation } from '../../line/chat/chat-page.ts';
import { storedMessageSchema } from '../../messaging/protocol.ts';
import type { FeatureContext } from '../feature.ts';
import { Outbox } from './outbox.ts';
import { RowQueue } from './row-queue.ts';

/** A change of at most this many rows has been read for the badges already; a longer one is read when there is time. */
const READ_AT_ONCE = 80;

const recalledSchema = v.array(storedMessageSchema);

/**
 * Tells the worker of every outgoing message that has an id and a certain send time, and gives back what the worker
 * remembers of earlier visits. Works in hidden tabs, too: messages arrive there as well.
 */
export function startSendRecorder(context: FeatureContext, signal: AbortSignal): void {
  const told = new Map<MessageId, number>();
  context.page.onConversation((conversation, open) => {
    const outbox = new Outbox(conversation, context, told, { open, signal });
    const take = (row: HTMLElement) => {
      const message = conversation.messageOf(row);
      if (message === null || message.id === null || message.sendTime === null) return;
      outbox.add({ ...message, id: message.id, sendTime: message.sendTime });
    };
    const queue = new RowQueue(take, open);
    conversation.onRows(({ added, changed, rejudge }) => {
      if (rejudge) queue.add(conversation.rows());
      else if (added.length > READ_AT_ONCE) queue.add([...added, ...changed]);
      else for (const row of [...added, ...changed]) take(row);
    }, open);
    conversation.onUnsent(({ id, at }) => outbox.markUnsent(id, at), open);
    queue.add(conversation.rows());
    void recall(context, conversation);
  }, signal);
}

async function recall({ worker }: FeatureContext, conversation: Conversation): Promise<void> {
  const address = { account: conversation.account, conversation: conversation.id };
  const stored = await worker('conversation', address, recalledSchema);
  // Ids that say when they were sent need no memory.
  const known = (stored ?? []).filter(({ sendTime }) => sendTime.source === 'observed');
  if (known.length > 0) conversation.remember(new Map(known.map(({ id, sendTime }) => [id, sendTime])));
}
