import * as v from 'valibot';
import type { BasicId } from '../domain/broadcast/basic-id.ts';
import type { PastBroadcast } from '../domain/broadcast/finding.ts';
import { DAY } from '../domain/clock.ts';
import type { Head } from '../domain/journal/chain.ts';
import type { ClockWatch } from '../domain/journal/clocks.ts';
import { type EntryDraft, entryDraftSchema, type StoredEntry } from '../domain/journal/entry.ts';
import { isOwnEvent } from '../domain/journal/who-writes.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import { JournalDigests } from './journal-digests.ts';
import { JournalHead } from './journal-head.ts';
import { noticed } from './journal-notices.ts';
import { type PageWish, readFromSeq, readHistory, readPage } from './journal-pages.ts';
import { lastBefore, provenNow, removeUpTo } from './journal-retention.ts';
import { type JournalSchema, type SignedHead, storedOf } from './journal-schema.ts';
import { sealDrafts } from './journal-seal.ts';
import { JournalSigner, type Signing } from './journal-signer.ts';
import { headAfter, isSame, readTip, writeEntries } from './journal-tip.ts';
import type { StorageArea } from './storage-area.ts';

export interface JournalPorts {
  readonly keeper: DatabaseKeeper<JournalSchema>;
  /** `storage.local` */
  readonly local: StorageArea;
  readonly clocks: Pick<ClockWatch, 'read' | 'settle'>;
  readonly signing: Signing;
  /** The extension's version, which stands in every entry. */
  readonly extension: string;
  /** Told when an entry is written but its head could not be remembered outside. */
  readonly report: (error: unknown) => void;
}

/** Others who write at the same time can be ahead of us so often; more often than that it is no coincidence. */
const MOST_ATTEMPTS = 100;

/**
 * The journal: entries are added and never changed, and removed by nothing but the rule of how long they are kept. What is lost all
 * the same, with its database or its end, is told by an entry of the kind `gap`, a lost key by one of the kind `rekey`. Everything
 * throws `StoreUnavailable` when the browser gives no database that works, and `QuotaExceededError` when there is no room.
 */
export class JournalStore {
  readonly #ports: JournalPorts;
  readonly #head: JournalHead;
  readonly #signer: JournalSigner;
  readonly #digests: JournalDigests;
  readonly #inTurn = oneAfterAnother();

  constructor(ports: JournalPorts) {
    this.#ports = ports;
    this.#head = new JournalHead(ports.local);
    this.#signer = new JournalSigner(ports.signing);
    this.#digests = new JournalDigests(ports.keeper);
  }

  /**
   * Writes an entry. When the promise is fulfilled it is on the disk.
   * @param once names what caused it; the same name again writes nothing and answers what was written before
   * @throws v.ValiError for a draft that could not be read again, {@link OwnEvent} for what only the journal says of itself
   */
  append(draft: EntryDraft, once?: string): Promise<StoredEntry> {
    return this.#inTurn(async () => {
      if (isOwnEvent(draft.event)) throw new OwnEvent();
      const last = await this.#write([v.parse(entryDraftSchema, draft)], once);
      if (last === null) throw new TypeError('an entry was written and is not there');
      return last;
    });
  }

  /** Looks whether entries were lost since the last one was written, and says so in the journal. For every start. */
  async noteLosses(): Promise<void> {
    await this.#inTurn(() => this.#write([], undefined));
  }

  /**
   * Removes entries that are older than so many days. First an entry says so, up to where and by which rule: after that the chain
   * may begin behind them. What time it is says the earlier of LINE's clock and this computer's; nothing happens as long as no entry has LINE's.
   */
  prune(days: number): Promise<void> {
    const { keeper, clocks } = this.#ports;
    return this.#inTurn(async () => {
      const proven = await keeper.run(provenNow);
      if (proven === null) return;
      // Either clock may be ahead: neither alone shall have anything removed.
      const now = Math.min(proven, clocks.read().clocks.pc);
      const last = await keeper.run((database) => lastBefore(database, now - days * DAY));
      if (last === null) return;
      const event = { kind: 'pruned', lastSeq: last.seq, lastHash: last.hash, days } as const;
      const draft = { at: clocks.read().clocks.pc, attempt: null, account: null, event };
      await this.#write([draft], `pruned:${last.hash}`);
      await keeper.run((database) => removeUpTo(database, last.seq), 'write');
    });
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

  /** What stands in entries for a text that shall not be guessed: its HMAC, as 64 hex digits, by a key that nobody can read out. */
  digest(text: string): Promise<string> {
    return this.#digests.of(text);
  }

  /** The newest entry as it is remembered outside the database; null while there is none. */
  head(): Promise<Head | null> {
    return this.#head.read();
  }

  /** Writes drafts, after entries about what was lost; answers the last one, null where nothing had to be written. */
  async #write(drafts: readonly EntryDraft[], once: string | undefined): Promise<StoredEntry | null> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const written = await this.#tryToWrite(drafts, once);
      if (written !== 'moved') return written;
    }
    throw new JournalContended();
  }

  async #tryToWrite(
    drafts: readonly EntryDraft[],
    once: string | undefined,
  ): Promise<StoredEntry | null | 'moved'> {
    const { keeper, clocks, extension } = this.#ports;
    const remembered = await this.#head.read();
    const tip = await keeper.run((database) => readTip(database, remembered, once));
    const key = await this.#signer.keyFor(tip.key);
    const reading = clocks.read();
    const due = [
      ...noticed(tip, key, reading).map((draft) => ({ draft })),
      ...(tip.repeated === null ? drafts : []).map((draft) => ({ draft, once })),
    ];
    // Hashed and signed before the transaction begins: it would not wait for anything but its own requests.
    const sealing = { extension, clocks: reading.clocks, signer: this.#signer, key };
    const records = await sealDrafts(due, tip.last, sealing);
    const last = records.at(-1) ?? null;
    const writing = { tip, records, key };
    if (last !== null) {
      if ((await keeper.run((database) => writeEntries(database, writing), 'write')) === 'moved')
        return 'moved';
      clocks.settle(reading);
    }
    await this.#remember(headAfter(writing), remembered);
    return tip.repeated ?? (last === null ? null : storedOf(last));
  }

  /** The entry is written by now, so nobody is told that it is not. */
  async #remember(head: SignedHead, remembered: SignedHead | null): Promise<void> {
    if (head.seq === 0 || isSame(head, remembered)) return;
    await this.#head.remember(head).catch(this.#ports.report);
  }
}

/** Somebody else wants to write what the journal alone says of itself. */
export class OwnEvent extends Error {
  override readonly name = 'OwnEvent';
  constructor() {
    super('only the journal itself writes such an entry');
  }
}

/** Others write to the journal without end. */
export class JournalContended extends Error {
  override readonly name = 'JournalContended';
  constructor() {
    super('the journal changes faster than it can be written');
  }
}
