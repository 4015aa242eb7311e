import type { ItemRecord } from '../../../domain/journal/item-record.ts';
import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import type { MessageKey } from '../../../platform/i18n.ts';

/** Fewer than these say nothing about an item. */
const ENOUGH = 20;

/** Items of which no answer is ever wrong, so that "caught nothing" says nothing about them. */
const NEVER_WRONG: ReadonlySet<string> = new Set(['values', 'links', 'test', 'second-person', 'correction']);

/**
 * What a supervisor may conclude from an item's record; nothing where it says nothing.
 * @param own the question itself, where it is one of the supervisor's own
 */
export function adviceOf(
  { name, asked, answered, caught, quick }: ItemRecord,
  own: CustomItem | undefined,
): readonly MessageKey[] {
  const advice: MessageKey[] = [];
  if (asked >= ENOUGH && caught === 0) {
    const isJudged = own === undefined ? !NEVER_WRONG.has(name) : hasRightAnswer(own);
    advice.push(isJudged ? 'supervisorItemIdle' : 'supervisorItemUnjudged');
  }
  if (answered >= ENOUGH && quick * 2 >= answered) advice.push('supervisorItemQuick');
  return advice;
}

function hasRightAnswer(item: CustomItem): boolean {
  switch (item.kind) {
    case 'tick':
      return false;
    case 'choice':
    case 'word':
      return true;
    case 'number':
      return item.right !== null;
  }
}
