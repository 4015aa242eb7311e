import type { Condition, CustomItem } from '../policy/custom-item.ts';
import { canonicalText } from '../policy/same-value.ts';
import type { Attempt, Broadcast } from './broadcast.ts';
import { linksOf } from './text/links-of.ts';

/** What a condition may look at. */
export interface AskedAbout {
  readonly broadcast: Attempt['broadcast'];
  /** True also where nobody knows how many people there are. */
  readonly isLarge: boolean;
}

/**
 * The supervisor's own questions about one broadcast. A question that two layers ask alike is asked once; two different ones of
 * the same id are told apart by a `~2` behind the second's.
 */
export function askedCustomItems(items: readonly CustomItem[], about: AskedAbout): readonly CustomItem[] {
  const asked = items.filter((item) => isAsked(item, about));
  const different = new Map(asked.map((item) => [canonicalText({ ...item, when: null }), item]));
  const seen = new Map<string, number>();
  return [...different.values()].map((item) => {
    const place = (seen.get(item.id) ?? 0) + 1;
    seen.set(item.id, place);
    return place === 1 ? item : { ...item, id: `${item.id}~${place}` };
  });
}

function isAsked({ when }: CustomItem, about: AskedAbout): boolean {
  return when === 'always' || when.every((condition) => mayHold(condition, about));
}

/** What is not known counts as if it held: a question too many costs less than one too few. */
function mayHold(condition: Condition, { broadcast, isLarge }: AskedAbout): boolean {
  switch (condition.if) {
    case 'large':
      return isLarge;
    case 'audience':
      return broadcast.audience.kind === 'unclear' || broadcast.audience.kind === condition.is;
    case 'schedule':
      return broadcast.schedule.kind === 'unclear' || broadcast.schedule.kind === condition.is;
    case 'account':
      return broadcast.account === null || condition.in.includes(broadcast.account);
    case 'contains':
      return mayContain(condition.what, broadcast);
    case 'voom':
      return broadcast.voom !== false;
  }
}

function mayContain(what: Extract<Condition, { if: 'contains' }>['what'], broadcast: Broadcast): boolean {
  const { bubbles, readable } = broadcast;
  if (!readable || bubbles.some(({ kind }) => kind === 'unknown')) return true;
  return what === 'link' ? linksOf(broadcast).length > 0 : bubbles.some(({ kind }) => kind === what);
}
