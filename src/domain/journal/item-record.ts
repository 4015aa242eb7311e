import type { Entry } from './entry.ts';
import { byAttempt } from './past-attempts.ts';

/** Whoever answers faster than this has not looked anything up. */
export const QUICK_MS = 2_000;

/** How one item of the checklist has done so far. */
export interface ItemRecord {
  /** As the journal names it. */
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
  /** In how many attempts a wrong answer was given. */
  readonly caught: number;
  /** How many answers came less than {@link QUICK_MS} after the step before. */
  readonly quick: number;
}

type Counts = { -readonly [K in keyof ItemRecord]: ItemRecord[K] };

/**
 * How each item has done, those asked most often first. An answer's time is counted from the step before it in the same attempt: the
 * opening, or the answer before. @param entries oldest first
 */
export function itemRecords(entries: readonly Entry[]): readonly ItemRecord[] {
  const records = new Map<string, Counts>();
  for (const attempt of byAttempt(entries).values()) countAttempt(attempt, records);
  return [...records.values()].toSorted((a, b) => b.asked - a.asked);
}

function countAttempt(entries: readonly Entry[], records: Map<string, Counts>): void {
  for (const [place, entry] of entries.entries()) countStep(entry, entries[place - 1], records);
  const wrong = new Set(entries.flatMap(({ event }) => (event.kind === 'caught' ? [event.by] : [])));
  for (const name of wrong) {
    const record = records.get(name);
    if (record !== undefined) record.caught += 1;
  }
}

function countStep({ at, event }: Entry, before: Entry | undefined, records: Map<string, Counts>): void {
  if (event.kind === 'asked') {
    for (const name of event.items) recordOf(records, name).asked += 1;
  }
  if (event.kind !== 'answered') return;
  const record = recordOf(records, event.item);
  record.answered += 1;
  // A clock that was set back in between says nothing.
  if (before !== undefined && at >= before.at && at - before.at < QUICK_MS) record.quick += 1;
}

function recordOf(records: Map<string, Counts>, name: string): Counts {
  const known = records.get(name);
  if (known !== undefined) return known;
  const fresh = { name, asked: 0, answered: 0, caught: 0, quick: 0 };
  records.set(name, fresh);
  return fresh;
}
