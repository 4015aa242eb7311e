import * as v from 'valibot';
import type { BasicId } from '../domain/broadcast/basic-id.ts';
import type { PastBroadcast } from '../domain/broadcast/finding.ts';
import type { Clock } from '../domain/clock.ts';
import { type Head, sealEntry } from '../domain/journal/chain.ts';
import { type Entry, type EntryDraft, entryDraftSchema, type StoredEntry } from '../domain/journal/entry.ts';
import { sha256 } from '../platform/digest.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import { JournalHead } from './journal-head.ts';
import { type PageWish, readFromSeq, readHistory, readPage } from './journal-pages.ts';
import {
  type JournalDatabase,
  type JournalRecord,
  type JournalSchema,
  recordOf,
  storedOf,
} from './journal-schema.ts';
import { isSame, readTip, type Tip, writeEntries } from './journal-tip.ts';
import { oneAfterAnother } from './one-after-another.ts';
import type { StorageArea } from './storage-area.ts';

export interface JournalPorts {
  readonly keeper: DatabaseKeeper<JournalSchema>;
  /** `storage.local` */
  readonly local: StorageArea;
  readonly clock: Clock;
  /** The extension's version, which stands in every entry. */
  readonly extension: string;
  /** Told when an entry is written but its head could not be remembered outside. */
  readonly report: (error: unknown) => void;
}

/** Others who write at the same time can be ahead of us so often; more often than that it is no coincidence. */
const MOST_ATTEMPTS = 100;

/**
 * The journal: entries are added, never changed and never removed. What is lost all the same, with its database or its end,
 * is told by an entry of the kind `gap`. Everything throws `StoreUnavailable` when the browser gives no database that works,
 * and `QuotaExceededError` when there is no room.
 */
export class JournalStore {
  readonly #ports: JournalPorts;
  readonly #head: JournalHead;
  readonly #inTurn = oneAfterAnother();

  constructor(ports: JournalPorts) {
    this.#ports = ports;
    this.#head = new JournalHead(ports.local);
  }

  /**
   * Writes an entry. When the promise is fulfilled it is on the disk.
   * @param once names what caused it; the same name again writes nothing and answers what was written before
   * @throws v.ValiError for a draft that could not be read again
   */
  append(draft: EntryDraft, once?: string): Promise<StoredEntry> {
    return this.#inTurn(async () => {
      const last = await this.#write([v.parse(entryDraftSchema, draft)], once);
      if (last === null) throw new TypeError('an entry was written and is not there');
      return last;
    });
  }

  /** Looks whether entries were lost since the last one was written, and says so in the journal. For every start. */
  async noteLosses(): Promise<void> {
    await this.#inTurn(() => this.#write([], undefined));
  }

  /** Entries, the newest first. */
  page(wish: PageWish): Promise<readonly StoredEntry[]> {
    return this.#ports.keeper.run((database) => readPage(database, wish));
  }

  /** Up to `limit` entries from the number `fromSeq` on, the oldest first: for files and for checking. */
  all(fromSeq: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.#ports.keeper.run((database) => readFromSeq(database, fromSeq, limit));
  }

  /** Up to `limit` broadcasts that an account has sent, the newest first. */
  history(account: BasicId, limit: number): Promise<readonly PastBroadcast[]> {
    return this.#ports.keeper.run((database) => readHistory(database, account, limit));
  }

  /** The newest entry as it is remembered outside the database; null while there is none. */
  head(): Promise<Head | null> {
    return this.#head.read();
  }

  /** Writes drafts, after an entry about what was lost; answers the last one, null where nothing had to be written. */
  async #write(drafts: readonly EntryDraft[], once: string | undefined): Promise<StoredEntry | null> {
    const { keeper } = this.#ports;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const remembered = await this.#head.read();
      const tip = await keeper.run((database) => readTip(database, remembered, once));
      const due = [...this.#gap(tip), ...(tip.repeated === null ? drafts : [])];
      // Hashed before the transaction begins: it would not wait for anything but its own requests.
      const records = await this.#seal(due, tip.last, once);
      const last = records.at(-1);
      if (last !== undefined) {
        const write = (database: JournalDatabase) => writeEntries(database, tip.last, records, tip.noted);
        if ((await keeper.run(write, 'write')) === 'moved') continue;
      }
      await this.#remember(last ?? tip.last, remembered);
      return tip.repeated ?? (last === undefined ? null : storedOf(last));
    }
    throw new JournalContended();
  }

  #gap({ lost, last }: Tip): readonly EntryDraft[] {
    if (lost === null) return [];
    const why = last.seq === 0 ? 'started-anew' : 'tail-lost';
    const event = { kind: 'gap', why, expectedSeq: lost.seq, foundSeq: last.seq } as const;
    return [{ at: this.#ports.clock.now(), attempt: null, account: null, event }];
  }

  async #seal(
    drafts: readonly EntryDraft[],
    after: Head,
    once: string | undefined,
  ): Promise<readonly JournalRecord[]> {
    const records: JournalRecord[] = [];
    let last = after;
    for (const draft of drafts) {
      const entry: Entry = {
        v: 1,
        seq: last.seq + 1,
        prev: last.hash,
        offsetMinutes: -new Date(draft.at).getTimezoneOffset(),
        extension: this.#ports.extension,
        ...draft,
      };
      const isOurs = draft.event.kind === 'gap';
      const record = recordOf(await sealEntry(entry, sha256), entry, isOurs ? undefined : once);
      records.push(record);
      last = record;
    }
    return records;
  }

  /** The entry is written by now, so nobody is told that it is not. */
  async #remember(head: Head, remembered: Head | null): Promise<void> {
    if (head.seq === 0 || isSame(head, remembered)) return;
    await this.#head.remember(head).catch(this.#ports.report);
  }
}

/** Others write to the journal without end. */
export class JournalContended extends Error {
  override readonly name = 'JournalContended';
  constructor() {
    super('the journal changes faster than it can be written');
  }
}
