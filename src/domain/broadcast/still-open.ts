import type { Answer, Item, Reason, StillOpen } from './checklist.ts';
import type { Level } from './finding.ts';
import { judgeAnswer, type Truth } from './judge-answer.ts';
import { isReason } from './typed-letters.ts';

/** A finding as far as it can keep a checklist open. */
interface OpenableFinding {
  readonly id: string;
  readonly level: Level;
}

/**
 * What keeps a broadcast from being released: items without a right answer, warnings without a reason, and every block.
 * Nothing is left open when both lists are empty. The last answer to an item, and the last reason for a warning, count.
 */
export function stillOpen(
  items: readonly Item[],
  findings: readonly OpenableFinding[],
  answers: readonly Answer[],
  reasons: readonly Reason[],
  truth: Truth,
): StillOpen {
  return {
    items: items.filter((item) => !isAnswered(item, answers, truth)).map(({ name }) => name),
    findings: findings.filter((finding) => isOpen(finding, reasons)).map(({ id }) => id),
  };
}

function isAnswered({ name }: Item, answers: readonly Answer[], truth: Truth): boolean {
  if (name === 'test' && truth.testSeenAt !== null) return true;
  const answer = answers.findLast(({ item }) => item === name);
  return answer !== undefined && judgeAnswer(answer, truth) === 'right';
}

function isOpen({ id, level }: OpenableFinding, reasons: readonly Reason[]): boolean {
  switch (level) {
    case 'block':
      return true;
    case 'warn': {
      const reason = reasons.findLast(({ finding }) => finding === id);
      return reason === undefined || !isReason(reason.text);
    }
    case 'inform':
      return false;
  }
}
