import type { Instant } from '../../clock.ts';
import { type Day, instantOn, isRealDay } from './day.ts';
import type { FoundDate } from './find-dates.ts';
import { type FoundTime, findTimes } from './find-times.ts';
import { fold } from './fold.ts';
import { type Span, spanOf } from './span.ts';

/** A moment after which something is over: `12月1日(火) 18:00まで`, `締切：12/1`, `本日18時まで`. */
export interface FoundDeadline extends Span {
  /** The first instant that is too late: without a time of day, the end of the day. */
  readonly over: Instant;
  /** The date it is made of; null for 本日. */
  readonly date: FoundDate | null;
}

const MINUTES_A_DAY = 24 * 60;

/** Words behind a date or time that make it the last one. */
const UNTIL =
  /^\s?(?:[のにが]\s?)?(?:\([^)]{0,12}\)\s?)?(?:まで|迄|〆切|〆|締切|締め切り|必着|消印有効|が?(?:有効)?期限|までに|截止)/;
/** Words before it that do the same. */
const LAST_DAY =
  /(?:締切日?|締め切り日?|〆切日?|〆|期限|期日|申込期間|until|deadline|due|by|ถึงวันที่|ถึง|截止日?)\s?(?:は|が|[:】\]」)〉>])?\s?[:】]?\s?$/i;
const TODAY = /(?:本日|今日|きょう)(?:\s?\(.\))?\s?(?:中|限り|かぎり)?\s?[、,]?\s?/g;

/**
 * The deadlines among `dates`, all of this text. 本日 is `today`, the day on which the text arrives.
 */
export function findDeadlines(
  text: string,
  dates: readonly FoundDate[],
  today: Day,
): readonly FoundDeadline[] {
  const folded = fold(text);
  const times = findTimes(text);
  const dated = dates
    .filter(({ day }) => isRealDay(day))
    .flatMap((date) => deadlineOf(text, folded, times, date, date, date.day) ?? []);
  return [...dated, ...todayDeadlines(text, folded, times, today)].toSorted((a, b) => a.start - b.start);
}

function todayDeadlines(
  text: string,
  folded: string,
  times: readonly FoundTime[],
  today: Day,
): readonly FoundDeadline[] {
  return [...folded.matchAll(TODAY)].flatMap(({ index, 0: { length } }) => {
    const span = spanOf(text, index, index + length);
    return deadlineOf(text, folded, times, null, span, today) ?? [];
  });
}

function deadlineOf(
  text: string,
  folded: string,
  times: readonly FoundTime[],
  date: FoundDate | null,
  { start, end }: Span,
  day: Day,
): FoundDeadline | null {
  const time = timeBehind(folded, times, end);
  const behind = time?.end ?? end;
  const isLast =
    UNTIL.test(folded.slice(behind, behind + 24)) ||
    LAST_DAY.test(folded.slice(Math.max(0, start - 24), start));
  if (!isLast) return null;
  return { ...spanOf(text, start, behind), over: instantOn(day, time?.minutes ?? MINUTES_A_DAY), date };
}

/** The time of day that belongs to a date; of `10:00〜18:00` the later. */
function timeBehind(folded: string, times: readonly FoundTime[], end: number): FoundTime | null {
  const next = times.find((time) => time.start >= end);
  if (next === undefined || !/^\s{0,2}(?:の|[、,(])?\s?$/.test(folded.slice(end, next.start))) return null;
  const later = times.find((time) => time.start >= next.end);
  const isRange =
    later !== undefined && /^\s?(?:〜|~|-|–|から)\s?$/.test(folded.slice(next.end, later.start));
  return isRange ? later : next;
}
