import { attributes } from './anchors.ts';
import { directionByLayout } from './direction.ts';
import type { OpenConversation } from './open-conversation.ts';
import { hasMessageId } from './row-finder.ts';

/**
 * A second way to see what is seen by LINE's class names: rows by their ids, senders by where they stand. Costs more, and is
 * asked for only when the page has been quiet for a while; where the two differ, the page is not what we take it for.
 */

/** True where something has a message's id that lies in none of the rows that are known. */
export function rowsAreMissed({ list, live }: OpenConversation): boolean {
  const named = list.querySelectorAll<HTMLElement>(`[${attributes.messageId}]`);
  // Every row has at most one: the usual case is settled without looking at any.
  if (named.length <= live.order.all.length) return false;
  return [...named].some((element) => hasMessageId(element) && live.rowAround(element) === null);
}

/** True where a row near the view stands on the side of those whom its classes do not name. Reads layout. */
export function senderDiffers(conversation: OpenConversation): boolean {
  return conversation.rowsNearView().some((row) => {
    const { direction } = conversation.factsOf(row);
    const byLayout = direction === 'undecided' ? 'undecided' : directionByLayout(row, conversation.list);
    return byLayout !== 'undecided' && byLayout !== direction;
  });
}
