import type { BasicId } from '../domain/broadcast/basic-id.ts';
import type { PastBroadcast } from '../domain/broadcast/finding.ts';
import { readEntry } from '../domain/journal/chain.ts';
import type { StoredEntry } from '../domain/journal/entry.ts';
import { pastBroadcast } from '../domain/journal/past-broadcast.ts';
import { type JournalDatabase, storedOf } from './journal-schema.ts';

/** Which entries somebody wants to see. */
export interface PageWish {
  /** Only entries before this number; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Entries, the newest first. */
export async function readPage(
  database: JournalDatabase,
  { before, limit }: PageWish,
): Promise<readonly StoredEntry[]> {
  const { store } = database.transaction('entries');
  const [newest, oldest] = await Promise.all([store.openKeyCursor(null, 'prev'), store.openKeyCursor()]);
  const first = oldest?.key ?? 1;
  const found: StoredEntry[] = [];
  let end = Math.min(before ?? Number.POSITIVE_INFINITY, (newest?.key ?? 0) + 1);
  // Once, unless somebody has taken entries out: then what lies further back follows.
  while (found.length < limit && end > first) {
    const start = Math.max(first, end - limit);
    const slice = await database.getAll('entries', IDBKeyRange.bound(start, end, false, true));
    found.push(...slice.reverse().map(storedOf));
    end = start;
  }
  return found.slice(0, limit);
}

/** Up to `limit` entries from the number `from` on, the oldest first. */
export async function readFromSeq(
  database: JournalDatabase,
  from: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  return (await database.getAll('entries', IDBKeyRange.lowerBound(from), limit)).map(storedOf);
}

/** Up to `limit` broadcasts that an account has sent, the newest first. */
export async function readHistory(
  database: JournalDatabase,
  account: BasicId,
  limit: number,
): Promise<readonly PastBroadcast[]> {
  const { store } = database.transaction('entries');
  // In an array key an array comes after every number.
  const own = IDBKeyRange.bound([account, 'released'], [account, 'released', []]);
  const found: PastBroadcast[] = [];
  let cursor = await store.index('accountKind').openCursor(own, 'prev');
  while (cursor !== null && found.length < limit) {
    const { attempt, seq } = cursor.value;
    const later = attempt === undefined ? null : IDBKeyRange.bound([attempt, seq], [attempt, []], true);
    const after = later === null ? [] : await store.index('attempt').getAll(later);
    const entry = readEntry(cursor.value);
    const past =
      entry === null
        ? null
        : pastBroadcast(
            entry,
            after.flatMap((one) => readEntry(one) ?? []),
          );
    if (past !== null) found.push(past);
    cursor = await cursor.continue();
  }
  return found;
}
