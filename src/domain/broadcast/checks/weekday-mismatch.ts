import type { Check, CheckContext, Found } from '../finding.ts';
import { isRealDay, slashDay, weekdayOf } from '../text/day.ts';
import { type FoundDate, findDates } from '../text/find-dates.ts';
import { foundAt, type Passage, textsOf } from './passages.ts';

/** A date with the weekday of another, or one that no calendar has, such as 11月31日. */
export const weekdayMismatch: Check = {
  name: 'weekday-mismatch',
  level: 'warn',
  find: (context) => textsOf(context.broadcast).flatMap((passage) => mismatchesIn(passage, context)),
};

/** One text for each right weekday, Sunday first: a value is never a word of one language. */
const KEYS = [
  'checkWeekdayIsSunday',
  'checkWeekdayIsMonday',
  'checkWeekdayIsTuesday',
  'checkWeekdayIsWednesday',
  'checkWeekdayIsThursday',
  'checkWeekdayIsFriday',
  'checkWeekdayIsSaturday',
] as const;

function mismatchesIn(passage: Passage, { now }: CheckContext): readonly Found[] {
  return findDates(passage.text, now).flatMap((date) => mismatch(passage, date));
}

function mismatch(passage: Passage, date: FoundDate): readonly Found[] {
  if (!isRealDay(date.day)) return [foundAt(passage, date, 'checkNoSuchDay')];
  const right = weekdayOf(date.day);
  if (date.weekday === null || date.weekday === right) return [];
  return [foundAt(passage, date, KEYS[right] ?? KEYS[0], [slashDay(date.day)])];
}
