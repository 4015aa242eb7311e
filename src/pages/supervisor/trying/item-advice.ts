import type { ItemRecord } from '../../../domain/journal/item-record.ts';
import type { MessageKey } from '../../../platform/i18n.ts';

/** Fewer than these say nothing about an item. */
const ENOUGH = 20;

/** Items of which no answer is ever wrong, so that "caught nothing" says nothing about them. */
const NEVER_WRONG: ReadonlySet<string> = new Set(['values', 'links', 'test', 'second-person', 'correction']);

/** What a supervisor may conclude from an item's record; nothing where it says nothing. */
export function adviceOf({ name, asked, answered, caught, quick }: ItemRecord): readonly MessageKey[] {
  const advice: MessageKey[] = [];
  if (asked >= ENOUGH && caught === 0) {
    advice.push(NEVER_WRONG.has(name) ? 'supervisorItemUnjudged' : 'supervisorItemIdle');
  }
  if (answered >= ENOUGH && quick * 2 >= answered) advice.push('supervisorItemQuick');
  return advice;
}
