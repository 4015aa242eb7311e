/**
 * Dates and times of day for people, in the computer's time zone. The only user of dayjs. For pages alone: in a content
 * script it would cost more bytes than the badge itself.
 *
 * `languageTag` is a BCP 47 tag such as `ja` or `zh-TW`.
 */
import dayjs from 'dayjs';
import type { Instant } from './clock.ts';

/** `14:04`, with 24 hours in every language, as the chat page writes it. */
export function timeOfDay(at: Instant): string {
  return dayjs(at).format('HH:mm');
}

/** The time of day if `at` lies on the same calendar day as `now`, else with month and day in front: `11月22日 14:04`. */
export function recentTime(at: Instant, now: Instant, languageTag: string): string {
  if (dayjs(at).isSame(now, 'day')) return timeOfDay(at);
  const date = new Intl.DateTimeFormat(languageTag, { month: 'short', day: 'numeric' }).format(at);
  return `${date} ${timeOfDay(at)}`;
}

/** A full date in words: `2026年11月22日`, `November 22, 2026`, `22 พฤศจิกายน 2569`. */
export function longDate(at: Instant, languageTag: string): string {
  return new Intl.DateTimeFormat(languageTag, { dateStyle: 'long' }).format(at);
}

/** `2026-11-22`, the same in every language: for file names. */
export function isoDate(at: Instant): string {
  return dayjs(at).format('YYYY-MM-DD');
}

/** For machines: the instant as ISO 8601 with the offset of this computer. */
export function isoDateTime(at: Instant): string {
  return dayjs(at).format();
}

/** The beginning of a day that was written as `2026-11-22`. Throws {@link NotADay} for anything else. */
export function startOfDay(day: string): Instant {
  const parsed = dayjs(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parsed.format('YYYY-MM-DD') !== day) throw new NotADay(day);
  return parsed.valueOf();
}

/** Something else where a day such as `2026-11-22` was expected. */
export class NotADay extends Error {
  override readonly name = 'NotADay';
  constructor(text: string) {
    super(`not a day: ${text}`);
  }
}
