import type { AnswerSheet } from '../answer-sheet.ts';
import type { OwnAnswers } from '../approval-ports.ts';

/** What was answered to the supervisor's own questions, as far as a second person's answers can be compared with it. */
export function ownAnswers(answers: AnswerSheet): OwnAnswers {
  return answers
    .answers()
    .flatMap((answer) => ('given' in answer && answer.given.kind !== 'tick' ? answer : []));
}

/** Whether each of those questions has a right answer. */
export function hasAnswered(answers: AnswerSheet): boolean {
  const compared = answers.sheet.items.filter((item) => 'kind' in item && item.kind !== 'tick');
  return compared.every(({ name }) => answers.stateOf(name) === 'right');
}
