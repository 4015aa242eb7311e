import type { CustomItem } from '../policy/custom-item.ts';
import { type CustomAnswer, type CustomKey, customKey } from './custom-question.ts';
import { readPeople } from './people-number.ts';

/** Compares an answer with what the supervisor's own question wants. One to a question that is not asked finishes nothing. */
export function judgeCustomAnswer(
  { item: key, given }: CustomAnswer,
  asked: readonly CustomItem[],
): 'right' | 'wrong' | 'incomplete' {
  const item = itemOf(key, asked);
  if (item === undefined || item.kind !== given.kind) return 'incomplete';
  const isRight = isRightFor(item, given);
  if (isRight === null) return 'incomplete';
  return isRight ? 'right' : 'wrong';
}

/** True where any answer is taken as it is. */
export function isCustomUnverified(key: CustomKey, asked: readonly CustomItem[]): boolean {
  const item = itemOf(key, asked);
  return item === undefined || item.kind === 'tick' || (item.kind === 'number' && item.right === null);
}

/** What the journal keeps of an answer: a number that nothing is known to compare with; undefined for all others. */
export function keptOfAnswer(
  { item, given }: CustomAnswer,
  asked: readonly CustomItem[],
): string | undefined {
  if (given.kind !== 'number' || !isCustomUnverified(item, asked)) return undefined;
  return readPeople(given.typed)?.toString();
}

function itemOf(key: CustomKey, asked: readonly CustomItem[]): CustomItem | undefined {
  return asked.find((one) => customKey(one) === key);
}

/** Null: nothing that could be right or wrong was said. */
function isRightFor(item: CustomItem, given: CustomAnswer['given']): boolean | null {
  switch (given.kind) {
    case 'tick':
      return true;
    case 'choice':
      return (item.kind === 'choice' && item.choices[given.choice]?.isRight) ?? null;
    case 'number': {
      const number = readPeople(given.typed);
      if (number === null) return null;
      return item.kind === 'number' && (item.right === null || item.right === number);
    }
    case 'word': {
      const word = plainWord(given.typed);
      if (word === '') return null;
      return item.kind === 'word' && item.right.some((right) => plainWord(right) === word);
    }
  }
}

/** Width, capitals and outer blanks make no difference. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
