import type { Strictness } from './strictness.ts';

/** Minutes of the day, from `from` (in it) to `to` (not in it), usually over midnight; equal: never; 0 to 1440: always. */
export interface QuietHours {
  from: number;
  to: number;
}

const DAY_MINUTES = 1_440;

/** True when that minute of the day is quiet. */
export function isQuiet(minute: number, { from, to }: QuietHours): boolean {
  if (from <= to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}

/**
 * More quiet minutes are stricter. Two stretches are joined to the shortest one that covers both: there is one stretch a day,
 * and a few quiet minutes too many cost a reason, not a broadcast.
 */
export const QUIET_HOURS: Strictness<QuietHours> = {
  join: (a, b) => {
    const ends = [a, b, { from: a.from, to: b.to }, { from: b.from, to: a.to }];
    const covering = ends.filter((hours) => covers(hours, a) && covers(hours, b));
    const shortest = covering.toSorted((x, y) => minutesOf(x) - minutesOf(y) || x.from - y.from)[0];
    return shortest === undefined ? { from: 0, to: DAY_MINUTES } : inOneForm(shortest);
  },
  isAtLeast: covers,
};

function covers(all: QuietHours, part: QuietHours): boolean {
  const [length, needed] = [minutesOf(all), minutesOf(part)];
  if (needed === 0 || length === DAY_MINUTES) return true;
  return ((part.from - all.from + DAY_MINUTES) % DAY_MINUTES) + needed <= length;
}

function minutesOf({ from, to }: QuietHours): number {
  return to >= from ? to - from : to - from + DAY_MINUTES;
}

/** The same minutes always in the same two numbers. */
function inOneForm(hours: QuietHours): QuietHours {
  const length = minutesOf(hours);
  if (length === 0) return { from: 0, to: 0 };
  return length === DAY_MINUTES
    ? { from: 0, to: DAY_MINUTES }
    : { from: hours.from, to: hours.to % DAY_MINUTES };
}
