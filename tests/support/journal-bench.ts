import { wrap } from 'idb';
import type { Head } from '../../src/domain/journal/chain.ts';
import { ClockWatch } from '../../src/domain/journal/clocks.ts';
import { newSigningKey, signHash } from '../../src/platform/signing.ts';
import { DatabaseKeeper } from '../../src/storage/database-keeper.ts';
import type { Access } from '../../src/storage/failure-log.ts';
import {
  JOURNAL,
  JOURNAL_UPGRADES,
  type JournalDatabase,
  type JournalSchema,
} from '../../src/storage/journal-schema.ts';
import type { Signing } from '../../src/storage/journal-signer.ts';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { FakeStorageArea } from './fake-browser.ts';
import { FakeClock } from './fake-clock.ts';
import { FaultyIndexedDb } from './faulty-indexed-db.ts';
import { FOUR_PAST_THREE } from './journal-entries.ts';

/** An `indexedDB` of a worker that can be killed between two writes of one transaction. */
export class MortalIndexedDb extends FaultyIndexedDb {
  #writesLeft = Number.POSITIVE_INFINITY;
  /** What the journal asked of the disk for each of its writing transactions. */
  readonly durabilities: (string | undefined)[] = [];

  /** The worker dies after so many more writes: what it has begun is undone, and it does nothing any more. */
  killAfter(writes: number): void {
    this.#writesLeft = writes;
  }

  revive(): void {
    this.#writesLeft = Number.POSITIVE_INFINITY;
    this.failWith(null);
  }

  override open(name: string, version?: number) {
    const request = super.open(name, version);
    request.addEventListener('success', () => this.#watch(request.result));
    return request;
  }

  #watch(database: IDBDatabase): void {
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      const transaction = begin(stores, mode, options);
      if (mode === 'readwrite') this.durabilities.push(options?.durability);
      const storeOf = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => {
        const store = storeOf(name);
        for (const method of ['add', 'put'] as const) {
          const write = store[method].bind(store);
          store[method] = (value, key) => {
            const request = key === undefined ? write(value) : write(value, key);
            this.#countWrite(transaction);
            return request;
          };
        }
        return store;
      };
      return transaction;
    };
  }

  #countWrite(transaction: IDBTransaction): void {
    if (this.#writesLeft > 0) {
      this.#writesLeft -= 1;
      return;
    }
    this.failWith({ stage: 'open', error: 'UnknownError' });
    transaction.abort();
  }
}

/** A connection that goes away after a transaction has reached the disk, before it can say so. */
class LossyKeeper extends DatabaseKeeper<JournalSchema> {
  answersToLose = 0;

  override run<T>(work: (database: JournalDatabase) => Promise<T>, access: Access = 'read'): Promise<T> {
    return super.run(async (database) => {
      const result = await work(database);
      if (access === 'read' || this.answersToLose === 0) return result;
      this.answersToLose -= 1;
      throw new DOMException('made to fail', 'AbortError');
    }, access);
  }
}

/** Everything around a journal that outlives the worker. */
export class JournalBench {
  readonly clock = new FakeClock(FOUR_PAST_THREE);
  readonly local = new FakeStorageArea();
  readonly session = new FakeStorageArea();
  readonly reported: unknown[] = [];
  /** What LINE's server says that its time is, to every worker that starts; null: nothing. */
  lineNow: (() => number) | null = null;
  signing: Signing = { newKey: newSigningKey, sign: signHash };
  readonly factory: FaultyIndexedDb;

  constructor(factory: FaultyIndexedDb) {
    this.factory = factory;
  }

  /** The journal of a worker that has just started, which does not hear that its first entries were written. `sinceStart` is the clock that nobody can set. */
  start(answersToLose = 0, sinceStart = () => this.clock.now() - FOUR_PAST_THREE): JournalStore {
    const { factory, local, session, clock, signing } = this;
    const keeper = new LossyKeeper(JOURNAL, { factory, local, session, clock });
    keeper.answersToLose = answersToLose;
    const clocks = new ClockWatch({ clock, sinceStart, zone: () => 'Asia/Tokyo' });
    if (this.lineNow !== null) clocks.noteLine(this.lineNow());
    return new JournalStore({
      keeper,
      local,
      clocks,
      signing,
      extension: '0.2.0',
      report: (error) => this.reported.push(error),
    });
  }

  /** What storage outside the database says, as it was before the last entry. */
  async forgetHead(head: Head | null): Promise<void> {
    if (head === null) await this.local.remove('journal-head');
    else await this.local.set({ 'journal-head': { seq: head.seq, hash: head.hash } });
  }

  /** Does something to the database behind the journal's back. */
  async tamper(
    work: (database: JournalDatabase) => Promise<unknown>,
    name = 'matta-journal-1',
  ): Promise<void> {
    const database = await openDatabase<JournalSchema>(this.factory, name, JOURNAL_UPGRADES, () => undefined);
    await work(database);
    database.close();
  }

  /** A file of the database was cut: it opens, agrees with itself, and has lost what came after `seq`. */
  cutTail(seq: number): Promise<void> {
    return this.tamper(async (database) => {
      await database.delete('entries', IDBKeyRange.lowerBound(seq, true));
      const last = await database.get('entries', seq);
      if (last === undefined) throw new RangeError(`no entry ${seq}`);
      await database.put('head', { seq, hash: last.hash, noted: null }, 'head');
    });
  }

  /** The database is gone, with all connections to it. */
  async deleteDatabase(name = 'matta-journal-1'): Promise<void> {
    await wrap(this.factory.deleteDatabase(name));
  }

  async names(): Promise<readonly (string | undefined)[]> {
    return (await this.factory.databases()).map(({ name }) => name).toSorted();
  }
}
