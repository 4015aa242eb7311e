import { DAY, type Instant } from '../../clock.ts';

/** A day of the calendar as it is written; whether there is such a day says {@link isRealDay}. `month` 1 is January. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day on which `at` lies, in this computer's zone. */
export function dayOf(at: Instant): Day {
  const date = new Date(at);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** Days since 1970-01-01: the same for every zone, so that days can be compared and counted. */
export function dayNumber({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** False for 31 November, 29 February of most years and month 13. */
export function isRealDay(day: Day): boolean {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day;
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

/** The instant of `minutes` after the beginning of `day` by the clock on the wall of this computer's zone. */
export function instantOn({ year, month, day }: Day, minutes: number): Instant {
  return new Date(year, month - 1, day, 0, minutes).getTime();
}

/** `2026/12/1`, read alike in all our languages. */
export function slashDay({ year, month, day }: Day): string {
  return `${year}/${month}/${day}`;
}

/** `2026/12/1 09:05`, in this computer's zone. */
export function slashTime(at: Instant): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${slashDay(dayOf(at))} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The year that puts `month`/`day` nearest to `now`: at most about six months away. */
export function nearestYear(month: number, day: number, now: Instant): number {
  const today = dayOf(now);
  const distance = (year: number) => Math.abs(dayNumber({ year, month, day }) - dayNumber(today));
  return [today.year - 1, today.year, today.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}
