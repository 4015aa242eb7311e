import * as v from 'valibot';
import {
  type CustomAnswer,
  type CustomKey,
  type CustomQuestion,
  customAnswerSchema,
} from '../custom-question.ts';
import { plainWord } from '../judge-custom-answer.ts';
import { readPeople } from '../people-number.ts';
import { isOpenable, lookSchema } from './look.ts';

const MOST_ANSWERS = 100;
const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(60));

/** Answers to a supervisor's own questions. */
export const customAnswersSchema = v.pipe(v.array(customAnswerSchema), v.maxLength(MOST_ANSWERS));

/** What an approver was shown, and has done with it: values that were compared, links that were opened, own questions answered. */
export const lookedSchema = v.object({
  look: lookSchema,
  ticked: ids,
  opened: ids,
  custom: customAnswersSchema,
});
export type Looked = v.InferOutput<typeof lookedSchema>;

/** Answers to the supervisor's own questions that can be compared, in the order of the questions, each in one spelling. */
export type CustomFacts = readonly (readonly [CustomKey, string])[];

/** Null while one of the questions that can be compared has no answer. Ticks cannot: they say nothing but that somebody looked. */
export function customFacts(
  questions: readonly CustomQuestion[],
  answers: readonly CustomAnswer[],
): CustomFacts | null {
  const facts = questions
    .filter(({ kind }) => kind !== 'tick')
    .map((question) => [question.name, spellingOf(question, answers)] as const);
  return facts.every(isAnswered) ? facts : null;
}

/** What an approver answered to the own questions; null while something is neither answered nor looked at. */
export function lookedFacts({ look, ticked, opened, custom }: Looked): CustomFacts | null {
  const isTicked = ({ name }: CustomQuestion) =>
    custom.some(({ item, given }) => item === name && given.kind === 'tick');
  const isAllSeen =
    look.values.every(({ id }) => ticked.includes(id)) &&
    look.links.every((link) => !isOpenable(link) || opened.includes(link.id)) &&
    look.questions.every((question) => question.kind !== 'tick' || isTicked(question));
  return isAllSeen ? customFacts(look.questions, custom) : null;
}

/** Whether answers to own questions say the same as those that were compared: none otherwise, none more, none less. */
export function isSameAs(facts: CustomFacts, answers: readonly CustomAnswer[]): boolean {
  const given = new Map(
    answers.filter(({ given }) => given.kind !== 'tick').map(({ item, given }) => [item, spelled(given)]),
  );
  return given.size === facts.length && facts.every(([key, value]) => given.get(key) === value);
}

/** Null for no answer, or one that says nothing. */
function spellingOf(
  { name, kind, choices }: CustomQuestion,
  answers: readonly CustomAnswer[],
): string | null {
  const given = answers.findLast(({ item }) => item === name)?.given;
  if (given === undefined || given.kind !== kind) return null;
  return given.kind === 'choice' && given.choice >= choices.length ? null : spelled(given);
}

function spelled(given: CustomAnswer['given']): string | null {
  switch (given.kind) {
    case 'tick':
      return null;
    case 'choice':
      return String(given.choice);
    case 'number':
      return readPeople(given.typed)?.toString() ?? null;
    case 'word':
      return plainWord(given.typed) || null;
  }
}

function isAnswered(fact: readonly [CustomKey, string | null]): fact is readonly [CustomKey, string] {
  return fact[1] !== null;
}
