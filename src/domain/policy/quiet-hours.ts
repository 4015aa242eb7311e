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
  join: (a, b) => cover((minute) => isQuiet(minute, a) || isQuiet(minute, b)),
  isAtLeast: (a, b) => minutesOfDay().every((minute) => isQuiet(minute, a) || !isQuiet(minute, b)),
};

function cover(isIn: (minute: number) => boolean): QuietHours {
  const minutes = minutesOfDay();
  if (!minutes.some(isIn)) return { from: 0, to: 0 };
  const gaps = minutes.filter((minute) => !isIn(minute) && isIn((minute + DAY_MINUTES - 1) % DAY_MINUTES));
  const longest = gaps
    .map((start) => ({ start, length: gapLength(start, isIn) }))
    .toSorted((a, b) => b.length - a.length || a.start - b.start)[0];
  if (longest === undefined) return { from: 0, to: DAY_MINUTES };
  return { from: (longest.start + longest.length) % DAY_MINUTES, to: longest.start };
}

function gapLength(start: number, isIn: (minute: number) => boolean): number {
  return minutesOfDay().findIndex((passed) => isIn((start + passed) % DAY_MINUTES));
}

function minutesOfDay(): number[] {
  return [...Array(DAY_MINUTES).keys()];
}
