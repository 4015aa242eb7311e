import type { IDBPObjectStore, StoreNames } from 'idb';
import { BEGINNING, type Head } from '../domain/journal/chain.ts';
import type { StoredEntry } from '../domain/journal/entry.ts';
import type { SigningKey } from '../platform/signing.ts';
import {
  type JournalDatabase,
  type JournalRecord,
  type JournalSchema,
  type SignedHead,
  storedOf,
} from './journal-schema.ts';
import { wholly } from './wholly.ts';

type Entries<Mode extends IDBTransactionMode> = IDBPObjectStore<
  JournalSchema,
  StoreNames<JournalSchema>[],
  'entries',
  Mode
>;

/** The end of the journal in the database, at which the next entry is written. */
export interface Tip {
  readonly last: Head;
  /** The newest entry that was written and is not there any more, unless an entry tells of that already. */
  readonly lost: Head | null;
  /** The head outside whose loss is told of, by the next entry at the latest; it may stay there after that. */
  readonly noted: Head | null;
  /** The entry that the message `once` has caused before. */
  readonly repeated: StoredEntry | null;
  /** The key of this installation; null while there is none, or none any more. */
  readonly key: SigningKey | null;
  /** The public key that signed last; undefined where nothing has been signed so far. */
  readonly signer: string | undefined;
}

/** Reads the end of the journal and compares it with the head that was remembered outside the database. */
export async function readTip(
  database: JournalDatabase,
  remembered: SignedHead | null,
  once: string | undefined,
): Promise<Tip> {
  const transaction = database.transaction(['entries', 'head', 'keys']);
  const entries = transaction.objectStore('entries');
  const last = await newest(entries);
  const own = (await transaction.objectStore('head').get('head')) ?? null;
  const repeated = once === undefined ? undefined : await entries.index('once').get(once);
  const key = (await transaction.objectStore('keys').get('own')) ?? null;
  const noted = own?.noted ?? null;
  const isLost = async (head: Head) => !isSame(head, (await entries.get(head.seq)) ?? null);
  const lostHere = own !== null && (await isLost(own)) ? own : null;
  const lostOutside =
    remembered !== null && !isSame(remembered, noted) && (await isLost(remembered)) ? remembered : null;
  return {
    last,
    lost: later(lostHere, lostOutside),
    noted: lostOutside ?? noted,
    repeated: repeated === undefined ? null : storedOf(repeated),
    key,
    signer: own?.signer ?? remembered?.signer,
  };
}

/** Entries that are ready to be written at the end of the journal, and the key that has signed them, if any has. */
export interface Writing {
  readonly tip: Tip;
  readonly records: readonly JournalRecord[];
  readonly key: SigningKey | null;
}

/** The end of the journal once this is written. */
export function headAfter({ tip, records, key }: Writing): SignedHead {
  const last = records.at(-1);
  const { seq, hash } = last ?? tip.last;
  const signer = (last === undefined ? undefined : key?.publicKey) ?? tip.signer;
  return { seq, hash, ...(signer === undefined ? {} : { signer }) };
}

/**
 * Writes entries, and with them the head and a new key, all or nothing, and on the disk when it says so. `moved`: somebody
 * else has written meanwhile, and nothing was changed.
 */
export function writeEntries(database: JournalDatabase, writing: Writing): Promise<'written' | 'moved'> {
  const { tip, records, key } = writing;
  // Strict: no entry is lost with the power. Measured in Chromium: 3.5 ms instead of 3.3.
  const transaction = database.transaction(['entries', 'head', 'keys'], 'readwrite', {
    durability: 'strict',
  });
  return wholly(transaction, async () => {
    const entries = transaction.objectStore('entries');
    const final = records.at(-1) ?? null;
    if (final === null) return 'written';
    // An earlier try whose answer was lost with its connection may have come through.
    if (isSame(final, (await entries.get(final.seq)) ?? null)) return 'written';
    // A repeated message cannot have come through meanwhile either: it would have moved the end.
    if (!isSame(await newest(entries), tip.last)) return 'moved';
    for (const record of records) await entries.add(record);
    if (key !== null && key.publicKey !== tip.key?.publicKey)
      await transaction.objectStore('keys').put(key, 'own');
    await transaction.objectStore('head').put({ ...headAfter(writing), noted: tip.noted }, 'head');
    return 'written';
  });
}

/** True for the same entry with the same text. */
export function isSame(a: Head | null, b: Head | null): boolean {
  return a?.seq === b?.seq && a?.hash === b?.hash;
}

function later(a: Head | null, b: Head | null): Head | null {
  return (a?.seq ?? 0) > (b?.seq ?? 0) ? a : b;
}

async function newest(entries: Entries<IDBTransactionMode>): Promise<Head> {
  const cursor = await entries.openCursor(null, 'prev');
  return cursor === null ? BEGINNING : { seq: cursor.value.seq, hash: cursor.value.hash };
}
