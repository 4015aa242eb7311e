import type { Instant } from '../domain/clock.ts';
import type { Head } from '../domain/journal/chain.ts';
import { readEntry } from '../domain/journal/chain.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { earliestNow, youngestTime } from '../domain/journal/entry-age.ts';
import type { JournalDatabase } from './journal-schema.ts';
import { wholly } from './wholly.ts';

/** More are left for the next day. */
const MOST_AT_ONCE = 20_000;
/** So many of the newest entries are asked what time it is. */
const NEWEST = 200;

/** What time it is at the earliest, as entries say that saw LINE's clock; null where none did. */
export async function provenNow(database: JournalDatabase): Promise<Instant | null> {
  const newest: Entry[] = [];
  let cursor = await database.transaction('entries').store.openCursor(null, 'prev');
  for (let looked = 0; cursor !== null && looked < NEWEST; looked += 1) {
    const entry = readEntry(cursor.value);
    if (entry !== null) newest.push(entry);
    cursor = await cursor.continue();
  }
  return earliestNow(newest);
}

/**
 * The last of the oldest entries that are all from before a moment; null where there is none. An entry that cannot be read ends the
 * search: nothing is removed that nobody knows the age of.
 */
export async function lastBefore(database: JournalDatabase, moment: Instant): Promise<Head | null> {
  let last: Head | null = null;
  let cursor = await database.transaction('entries').store.openCursor();
  for (let looked = 0; cursor !== null && looked < MOST_AT_ONCE; looked += 1) {
    const { seq, hash } = cursor.value;
    const entry = readEntry(cursor.value);
    if (entry === null || youngestTime(entry) >= moment) break;
    last = { seq, hash };
    cursor = await cursor.continue();
  }
  return last;
}

/** Removes the oldest entries up to a number, all or none. */
export function removeUpTo(database: JournalDatabase, seq: number): Promise<void> {
  const transaction = database.transaction(['entries'], 'readwrite', { durability: 'strict' });
  return wholly(transaction, () => transaction.objectStore('entries').delete(IDBKeyRange.upperBound(seq)));
}
