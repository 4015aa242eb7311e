import type { BasicId } from '../domain/broadcast/basic-id.ts';
import type { PastBroadcast } from '../domain/broadcast/finding.ts';
import { readEntry } from '../domain/journal/chain.ts';
import type { JournalKind, StoredEntry } from '../domain/journal/entry.ts';
import { pastBroadcast } from '../domain/journal/past-broadcast.ts';
import { type JournalDatabase, type JournalRecord, storedOf } from './journal-schema.ts';

/** Which entries somebody wants to see. What is missing or null does not narrow them. */
export interface PageWish {
  /** Only entries before this number. */
  readonly before?: number | null;
  readonly limit: number;
  readonly kinds?: readonly JournalKind[] | null;
  readonly account?: BasicId | null;
}

/** Entries read at once while those of a page are looked for: a few milliseconds. */
const SLICE = 500;

/** Entries, the newest first. */
export async function readPage(database: JournalDatabase, wish: PageWish): Promise<readonly StoredEntry[]> {
  const newest = await database.transaction('entries').store.openKeyCursor(null, 'prev');
  const isNarrowed = wish.kinds != null || wish.account != null;
  const size = isNarrowed ? SLICE : Math.max(1, wish.limit);
  const found: StoredEntry[] = [];
  let end = Math.min(wish.before ?? Number.POSITIVE_INFINITY, (newest?.key ?? 0) + 1);
  while (found.length < wish.limit && end > 1) {
    const start = Math.max(1, end - size);
    const slice = await database.getAll('entries', IDBKeyRange.bound(start, end, false, true));
    found.push(
      ...slice
        .reverse()
        .filter((record) => isWanted(record, wish))
        .map(storedOf),
    );
    end = start;
  }
  return found.slice(0, wish.limit);
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

function isWanted({ kind, account }: JournalRecord, wish: PageWish): boolean {
  if (wish.kinds != null && !wish.kinds.includes(kind)) return false;
  return wish.account == null || wish.account === account;
}
