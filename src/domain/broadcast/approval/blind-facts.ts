import * as v from 'valibot';
import { type BasicId, basicIdSchema } from '../basic-id.ts';
import type { Schedule } from '../broadcast.ts';
import { type CustomKey, customKeySchema } from '../custom-question.ts';
import { readPeople } from '../people-number.ts';
import type { CustomFacts } from './looked.ts';

/** What both people look up, whatever else is asked. */
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

/**
 * Answers, or the truth, in the one spelling in which they are compared. `when`: `now`, `unclear` or `2 10:00`. `custom`: what was
 * answered to the supervisor's own questions; for the truth, by the operator.
 */
export const blindFactsSchema = v.object({
  account: v.nullable(v.string()),
  people: v.nullable(v.number()),
  when: v.string(),
  custom: v.array(v.tuple([customKeySchema, v.string()])),
});
export type BlindFacts = v.InferOutput<typeof blindFactsSchema>;

/** What was answered; null while an answer is no account or no number. @param custom empty where nobody could be shown the questions */
export function answeredFacts(
  { account, people, when }: BlindAnswers,
  custom: CustomFacts = [],
): BlindFacts | null {
  const id = account === null ? null : readAccount(account);
  const count = people === null ? null : readPeople(people);
  if ((account !== null && id === null) || (people !== null && count === null)) return null;
  return {
    account: id,
    people: count,
    when: when.kind === 'at' ? `${when.weekday} ${when.time}` : when.kind,
    custom: pairsOf(custom),
  };
}

/** What is about to be sent, by this computer's clock. @param custom what the operator answered */
export function trueFacts(
  account: string | null,
  people: number | null,
  schedule: Schedule,
  custom: CustomFacts = [],
): BlindFacts {
  return {
    account: account === null ? null : readAccount(account),
    people,
    when: whenOf(schedule),
    custom: pairsOf(custom),
  };
}

/** In what two of them differ. */
export function differing(a: BlindFacts, b: BlindFacts): readonly (BlindItem | CustomKey)[] {
  const [inA, inB] = [new Map(a.custom), new Map(b.custom)];
  const keys = new Set([...inA.keys(), ...inB.keys()]);
  return [
    ...BLIND_ITEMS.filter((item) => a[item] !== b[item]),
    ...[...keys].filter((key) => inA.get(key) !== inB.get(key)),
  ];
}

/** The facts of somebody who was shown nothing: the three that are looked up. */
export function withoutCustom(facts: BlindFacts): BlindFacts {
  return { ...facts, custom: [] };
}

/** A text that two of them share exactly when they say the same. */
export function factsText({ account, people, when, custom }: BlindFacts): string {
  const sorted = custom.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([account, people, when, sorted]);
}

function pairsOf(custom: CustomFacts): BlindFacts['custom'] {
  return custom.map(([key, value]) => [key, value]);
}

/** `＠Bakery` or `bakery` is `@bakery`; null for what is no account's id. */
export function readAccount(typed: string): BasicId | null {
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
