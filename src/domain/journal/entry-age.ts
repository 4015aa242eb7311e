import type { Instant } from '../clock.ts';
import type { Entry } from './entry.ts';

/**
 * The latest time that an entry's clocks give it: what was written while the computer's clock went wrong shall not be removed early.
 */
export function youngestTime({ at, ...entry }: Entry): Instant {
  return entry.v === 1 ? at : Math.max(at, entry.clocks.pc, lineTime(entry.clocks.line) ?? at);
}

/**
 * What time it is at the earliest, by LINE's clock as the newest entries have it: somebody who sets the computer's clock ahead
 * shall not have the journal removed. Null where none of them has it.
 */
export function earliestNow(newest: readonly Entry[]): Instant | null {
  const times = newest.flatMap((entry) => (entry.v === 1 ? [] : (lineTime(entry.clocks.line) ?? [])));
  return times.length === 0 ? null : Math.max(...times);
}

function lineTime(line: { readonly date: Instant; readonly ageMs: number } | null): Instant | null {
  return line === null ? null : line.date + line.ageMs;
}
