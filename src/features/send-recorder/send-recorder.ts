import { type Conversation, READ_AT_ONCE } from '../../line/chat/chat-page.ts';
import { observedTimesSchema } from '../../messaging/chat-answers.ts';
import type { FeatureContext } from '../feature.ts';
import { Outbox } from './outbox.ts';
import { RowQueue } from './row-queue.ts';
import { Told } from './told.ts';

/**
 * Tells the worker of every outgoing message that has an id and a certain send time, and gives back what the worker
 * remembers of earlier visits. Works in hidden tabs, too: messages arrive there as well.
 */
export function startSendRecorder(context: FeatureContext, signal: AbortSignal): void {
  const told = new Told();
  context.page.onConversation((conversation, open) => {
    const outbox = new Outbox(conversation, context, told, { open, signal });
    const take = (row: HTMLElement) => {
      const message = conversation.messageOf(row);
      if (message === null || message.id === null || message.sendTime === null) return;
      if (!conversation.surelyBelongs(row)) return;
      outbox.add({ ...message, id: message.id, sendTime: message.sendTime });
    };
    const queue = new RowQueue(take, open);
    conversation.onRows(({ added, changed, rejudge }) => {
      if (conversation.idsDistrusted()) outbox.distrustIds();
      if (rejudge) queue.add(conversation.rows());
      else if (added.length > READ_AT_ONCE) queue.add([...added, ...changed]);
      else for (const row of [...added, ...changed]) take(row);
    }, open);
    conversation.onUnsent(({ id, at }) => outbox.markUnsent(id, at), open);
    // A database that was started anew has none of what is on the page.
    context.troubles.onChange(() => queue.add(conversation.rows()), open);
    queue.add(conversation.rows());
    void recall(context, conversation);
  }, signal);
}

async function recall({ worker }: FeatureContext, conversation: Conversation): Promise<void> {
  const address = { account: conversation.account, conversation: conversation.id };
  const reply = await worker('observedTimes', address, observedTimesSchema);
  if (!reply.ok || reply.value.length === 0) return;
  conversation.remember(new Map(reply.value.map(({ id, sendTime }) => [id, sendTime])));
}
