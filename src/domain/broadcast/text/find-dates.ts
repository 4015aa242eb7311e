import type { Instant } from '../../clock.ts';
import { DATE_PATTERNS, readDateGroups, type WrittenDate } from './date-patterns.ts';
import { type Day, dayNumber, isRealDay, nearestYear } from './day.ts';
import { fold } from './fold.ts';
import { maskLinks } from './mask-links.ts';
import { readWeekday } from './read-weekday.ts';
import { type Span, spanOf, withoutOverlaps } from './span.ts';

/** A date in a text; the span takes in its weekday. */
export interface FoundDate extends Span {
  readonly day: Day;
  /** False: the year is the one that puts the date nearest to now. */
  readonly hasYear: boolean;
  /** 0 is Sunday; null where none is written. */
  readonly weekday: number | null;
  /** Where this is the end of `12/1〜12/3`, its beginning. */
  readonly since: Day | null;
}

/**
 * All dates of a text in order, those that no calendar has (11月31日) included. `来週火曜` is none, and addresses hold none.
 * In `12/1(火)〜3(木)` and `12月1日・2日` what a later day leaves out is that of the one before.
 */
export function findDates(text: string, now: Instant): readonly FoundDate[] {
  const searched = maskLinks(text, fold(text));
  const written = withoutOverlaps(DATE_PATTERNS.flatMap((pattern) => writtenDates(pattern, text, searched)));
  const dates: FoundDate[] = [];
  for (const date of written) {
    const before = dates.at(-1);
    const gap = before === undefined ? null : searched.slice(before.end, date.start);
    dates.push(dateOf(text, searched, date, gap !== null && RANGE.test(gap) ? (before ?? null) : null, now));
    addFollowers(text, searched, dates, now);
  }
  return withoutOverlaps(dates);
}

interface WrittenSpan extends Span {
  readonly written: WrittenDate;
}

/** What stands between the two ends of a range. */
const RANGE = /^\s?(?:〜|~|-|–|—|から|to)\s?$/;
/** A further day of the same month; only with 日 or a weekday, or it might be any number. */
const FOLLOWER = /^(\s?(?:〜|~|-|–|から|・|、|,|と|および|及び)\s?)(\d{1,2})(日)?/;
/** `1日・2日・3日…`: more days than a month has are no list of days. */
const MOST_FOLLOWERS = 31;

function writtenDates(pattern: RegExp, text: string, searched: string): readonly WrittenSpan[] {
  return [...searched.matchAll(pattern)].flatMap(({ index, 0: { length }, groups }) => {
    const written = readDateGroups(groups ?? {});
    return written === null ? [] : [{ ...spanOf(text, index, index + length), written }];
  });
}

function dateOf(
  text: string,
  searched: string,
  { start, end, written }: WrittenSpan,
  from: FoundDate | null,
  now: Instant,
): FoundDate {
  const weekday = readWeekday(searched.slice(end, end + 20));
  const { month, day } = written;
  const guessed = from === null ? nearestYear(month, day, now) : yearAfter(from.day, month, day);
  return {
    ...spanOf(text, start, end + (weekday?.length ?? 0)),
    day: { year: written.year ?? guessed, month, day },
    hasYear: written.year !== null || (from?.hasYear ?? false),
    weekday: weekday?.weekday ?? null,
    since: from?.day ?? null,
  };
}

/** A range never ends before it begins: `12/28〜1/3` ends in the next year. */
function yearAfter(from: Day, month: number, day: number): number {
  return dayNumber({ year: from.year, month, day }) >= dayNumber(from) ? from.year : from.year + 1;
}

function addFollowers(text: string, searched: string, dates: FoundDate[], now: Instant): void {
  for (let count = 0; count < MOST_FOLLOWERS; count++) {
    const before = dates.at(-1);
    const follower = before === undefined ? null : followerOf(text, searched, before, now);
    if (follower === null) return;
    dates.push(follower);
  }
}

function followerOf(text: string, searched: string, before: FoundDate, now: Instant): FoundDate | null {
  const rest = searched.slice(before.end, before.end + 20);
  const [whole = '', gap = '', digits = '', suffix] = FOLLOWER.exec(rest) ?? [];
  const after = rest.slice(whole.length);
  const isDay =
    suffix === undefined ? /^\s?\(/.test(after) && readWeekday(after) !== null : !/^[間目分]/.test(after);
  const day = { year: before.day.year, month: before.day.month, day: Number(digits) };
  if (whole === '' || !isDay || !isRealDay(day)) return null;
  const start = before.end + gap.length;
  const span = spanOf(text, start, before.end + whole.length);
  const found = dateOf(text, searched, { ...span, written: day }, RANGE.test(gap) ? before : null, now);
  return { ...found, hasYear: before.hasYear };
}
