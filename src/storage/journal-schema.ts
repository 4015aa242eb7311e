import type { DBSchema, IDBPDatabase } from 'idb';
import type { BasicId } from '../domain/broadcast/basic-id.ts';
import type { AttemptId } from '../domain/broadcast/broadcast.ts';
import type { Head } from '../domain/journal/chain.ts';
import type { Entry, JournalKind, StoredEntry } from '../domain/journal/entry.ts';
import type { SigningKey } from '../platform/signing.ts';
import type { DatabaseForm, Upgrade } from './open-database.ts';

/** An entry as it lies in the database: its text and hash, and beside them what it is found by. */
export interface JournalRecord extends StoredEntry {
  readonly kind: JournalKind;
  readonly account?: BasicId;
  readonly attempt?: AttemptId;
  /** The name of the message that caused it; a second message of that name writes nothing. */
  readonly once?: string;
}

/** The newest entry, with the public key that signed last; without one where nothing has been signed so far. */
export interface SignedHead extends Head {
  readonly signer?: string;
}

/** The newest entry as the database itself remembers it; `noted` is a head whose loss an entry tells of already. */
export interface HeadRecord extends SignedHead {
  readonly noted: Head | null;
}

export interface JournalSchema extends DBSchema {
  entries: {
    key: number;
    value: JournalRecord;
    indexes: {
      once: string;
      attempt: [AttemptId, number];
      accountKind: [BasicId, JournalKind, number];
    };
  };
  head: { key: 'head'; value: HeadRecord };
  /** The browser keeps the private half so that it can be used from here, and not be read. */
  keys: { key: 'own'; value: SigningKey };
  /** The key of the digests in entries, which the browser keeps in the same way. */
  digestKeys: { key: 'own'; value: CryptoKey };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;

/** A new version is a new function at the end, with a row in tests/unit/storage/journal-schema.test.ts. */
export const JOURNAL_UPGRADES: readonly Upgrade[] = [
  function createEntries(database) {
    const entries = database.createObjectStore('entries', { keyPath: 'seq' });
    entries.createIndex('once', 'once', { unique: true });
    entries.createIndex('attempt', ['attempt', 'seq']);
    entries.createIndex('accountKind', ['account', 'kind', 'seq']);
    database.createObjectStore('head');
  },
  function createKeys(database) {
    database.createObjectStore('keys');
  },
  function createDigestKeys(database) {
    database.createObjectStore('digestKeys');
  },
];

export const JOURNAL: DatabaseForm = {
  prefix: 'matta-journal',
  key: 'journal',
  upgrades: JOURNAL_UPGRADES,
};

/** What the database keeps of a sealed entry. Fields that are null have no place in an index. */
export function recordOf(
  stored: StoredEntry,
  { account, attempt, event }: Entry,
  once: string | undefined,
): JournalRecord {
  return {
    ...stored,
    kind: event.kind,
    ...(account === null ? {} : { account }),
    ...(attempt === null ? {} : { attempt }),
    ...(once === undefined ? {} : { once }),
  };
}

/** What leaves the database: the entry without what it was found by. */
export function storedOf({ seq, text, hash, sig }: JournalRecord): StoredEntry {
  return { seq, text, hash, ...(sig === undefined ? {} : { sig }) };
}
