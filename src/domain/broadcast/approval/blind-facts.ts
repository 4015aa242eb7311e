import * as v from 'valibot';
import { basicIdSchema } from '../basic-id.ts';
import type { Schedule } from '../broadcast.ts';
import { readPeople } from '../people-number.ts';

/** What both people answer and what can be compared: everything else on the checklist has to be seen, not known. */
export const BLIND_ITEMS = ['account', 'people', 'when'] as const;
export type BlindItem = (typeof BLIND_ITEMS)[number];

/** `unclear`: the page does not say. Weekday 0 is Sunday; `time` as `HH:MM`. */
const whenSchema = v.variant('kind', [
  v.object({ kind: v.literal('now') }),
  v.object({ kind: v.literal('unclear') }),
  v.object({
    kind: v.literal('at'),
    weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
    time: v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/)),
  }),
]);

/** What an approver answers without seeing the operator's answers; null: the page does not show it. */
export const blindAnswersSchema = v.object({
  account: v.nullable(v.pipe(v.string(), v.maxLength(60))),
  people: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  when: whenSchema,
});
export type BlindAnswers = v.InferOutput<typeof blindAnswersSchema>;

/** Answers, or the truth, in the one spelling in which they are compared. `when`: `now`, `unclear` or `2 10:00`. */
export const blindFactsSchema = v.object({
  account: v.nullable(v.string()),
  people: v.nullable(v.number()),
  when: v.string(),
});
export type BlindFacts = v.InferOutput<typeof blindFactsSchema>;

/** What was answered; null while an answer is no account or no number. */
export function answeredFacts({ account, people, when }: BlindAnswers): BlindFacts | null {
  const id = account === null ? null : readAccount(account);
  const count = people === null ? null : readPeople(people);
  if ((account !== null && id === null) || (people !== null && count === null)) return null;
  return {
    account: id,
    people: count,
    when: when.kind === 'at' ? `${when.weekday} ${when.time}` : when.kind,
  };
}

/** What is about to be sent, by this computer's clock. */
export function trueFacts(account: string | null, people: number | null, schedule: Schedule): BlindFacts {
  return { account: account === null ? null : readAccount(account), people, when: whenOf(schedule) };
}

/** In what two of them differ. */
export function differing(a: BlindFacts, b: BlindFacts): readonly BlindItem[] {
  return BLIND_ITEMS.filter((item) => a[item] !== b[item]);
}

/** A text that two of them share exactly when they say the same. */
export function factsText({ account, people, when }: BlindFacts): string {
  return JSON.stringify([account, people, when]);
}

/** `＠Bakery` or `bakery` is `@bakery`; null for what is no account's id. */
function readAccount(typed: string): string | null {
  const id = typed.normalize('NFKC').trim().toLowerCase();
  const read = v.safeParse(basicIdSchema, id.startsWith('@') ? id : `@${id}`);
  return read.success ? read.output : null;
}

function whenOf(schedule: Schedule): string {
  if (schedule.kind !== 'at') return schedule.kind;
  const at = new Date(schedule.at);
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${at.getDay()} ${time}`;
}
