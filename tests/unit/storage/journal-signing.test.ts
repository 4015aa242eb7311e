import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { readEntry } from '../../../src/domain/journal/chain.ts';
import { checkJournal } from '../../../src/domain/journal/check-journal.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy, newSigningKey, signHash } from '../../../src/platform/signing.ts';
import { StoreUnavailable } from '../../../src/storage/database-fault.ts';
import { JOURNAL_UPGRADES, type JournalSchema, recordOf } from '../../../src/storage/journal-schema.ts';
import type { JournalStore } from '../../../src/storage/journal-store.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { JournalBench, MortalIndexedDb } from '../../support/journal-bench.ts';
import { chainOf, draftOf } from '../../support/journal-entries.ts';

let factory: MortalIndexedDb;
let bench: JournalBench;
beforeEach(() => {
  factory = new MortalIndexedDb();
  bench = new JournalBench(factory);
});

const caught = (by: string) => draftOf({ kind: 'caught', by });
const entriesOf = async (journal: JournalStore): Promise<readonly Entry[]> =>
  (await journal.all(1, 100)).map((stored) => readEntry(stored)).filter((entry) => entry !== null);
const signersOf = async (journal: JournalStore) =>
  (await entriesOf(journal)).map((entry) => (entry.v === 2 ? entry.signer : 'none'));
const kindsOf = async (journal: JournalStore) => (await entriesOf(journal)).map(({ event }) => event.kind);
const check = async (journal: JournalStore) =>
  checkJournal(await journal.all(1, 100), await journal.head(), { sha256, isSignedBy });
const NO_KEYS = { newKey: async () => null, sign: signHash };

/** A database as it was left by the version before entries were signed. */
async function unsignedJournal() {
  const events = [caught('1').event, caught('2').event];
  const chain = await chainOf(events);
  const old = await openDatabase<JournalSchema>(
    factory,
    'matta-journal-1',
    JOURNAL_UPGRADES.slice(0, 1),
    () => undefined,
  );
  for (const stored of chain) {
    const entry = readEntry(stored);
    if (entry !== null) await old.add('entries', recordOf(stored, entry, undefined));
  }
  const head = { seq: 2, hash: chain[1]?.hash ?? '' };
  await old.put('head', { ...head, noted: null }, 'head');
  old.close();
  await bench.forgetHead(head);
}

describe('every entry', () => {
  it('is signed with the one key of this installation, the first one already', async () => {
    await bench.start().append(caught('1'));
    await bench.start().append(caught('2'));
    const journal = bench.start();
    const [one, other] = await signersOf(journal);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(other).toBe(one);
    expect((await check(journal)).signatures).toEqual({
      fault: null,
      keys: [{ key: one, from: 1 }],
      unsigned: [],
    });
  });

  it('is signed with a key that nobody can read out', async () => {
    await bench.start().append(caught('1'));
    await bench.tamper(async (database) => {
      const key = await database.get('keys', 'own');
      if (key === undefined) throw new TypeError('no key was stored');
      await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow('not extractable');
    });
  });

  it('says the clocks at its writing, also where it is about something earlier', async () => {
    const journal = bench.start();
    const happened = bench.clock.now();
    bench.clock.advance(5 * MINUTE);
    await journal.append({ ...caught('1'), at: happened });
    expect((await entriesOf(journal))[0]).toMatchObject({
      at: happened,
      clocks: { pc: happened + 5 * MINUTE, sinceStartMs: 5 * MINUTE, zone: 'Asia/Tokyo', line: null },
    });
  });

  it('is written by two workers with the same key, although both have made one', async () => {
    const [one, other] = [bench.start(), bench.start()];
    await Promise.all([one.append(caught('1')), other.append(caught('2'))]);
    expect(new Set(await signersOf(one)).size).toBe(1);
    expect((await check(one)).signatures.fault).toBeNull();
  });
});

describe('a journal from before entries were signed', () => {
  it('goes on signed, and all of it is whole', async () => {
    await unsignedJournal();
    const journal = bench.start();
    await journal.append(caught('3'));
    const { chain, signatures } = await check(journal);
    expect(chain).toMatchObject({ kind: 'whole', gaps: [] });
    expect(signatures).toMatchObject({ fault: null, keys: [{ from: 3 }], unsigned: [{ from: 1, to: 2 }] });
    expect(await kindsOf(journal)).toEqual(['caught', 'caught', 'caught']);
  });
});

describe('a key', () => {
  it('that is lost alone is replaced, and told of at the next start', async () => {
    await bench.start().append(caught('1'));
    const [former] = await signersOf(bench.start());
    await bench.tamper((database) => database.clear('keys'));
    const journal = bench.start();
    await journal.noteLosses();
    await journal.append(caught('2'));
    expect((await entriesOf(journal))[1]?.event).toEqual({ kind: 'rekey', former });
    expect((await check(journal)).signatures).toMatchObject({
      fault: null,
      keys: [{ from: 1 }, { from: 2 }],
    });
    expect(await kindsOf(journal)).toEqual(['caught', 'rekey', 'caught']);
  });

  it('that is there and cannot be used is replaced as well', async () => {
    await bench.start().append(caught('1'));
    const [former] = await signersOf(bench.start());
    bench.signing = {
      newKey: newSigningKey,
      sign: (key, hash) =>
        key.publicKey === former ? Promise.reject(new Error('broken')) : signHash(key, hash),
    };
    const journal = bench.start();
    await journal.append(caught('2'));
    expect(await kindsOf(journal)).toEqual(['caught', 'rekey', 'caught']);
    expect((await check(bench.start())).signatures.fault).toBeNull();
  });

  it.each([0, 1, 2])(
    'is not left behind by a worker that is killed after %i of its first three writes',
    async (writes) => {
      factory.killAfter(writes);
      await expect(bench.start().append(caught('1'), 'm1')).rejects.toBeInstanceOf(StoreUnavailable);
      factory.revive();
      await bench.tamper(async (database) => expect(await database.count('keys')).toBe(0));
      const journal = bench.start();
      await journal.append(caught('1'), 'm1');
      expect(await kindsOf(journal)).toEqual(['caught']);
      expect((await check(journal)).signatures).toMatchObject({ fault: null, unsigned: [] });
    },
  );

  it('is not to be had from every browser: then entries say that nobody signed them', async () => {
    bench.signing = NO_KEYS;
    const journal = bench.start();
    await journal.append(caught('1'));
    expect(await signersOf(journal)).toEqual([null]);
    expect((await check(journal)).signatures).toEqual({
      fault: null,
      keys: [],
      unsigned: [{ from: 1, to: 1 }],
    });
  });

  it('that comes back after a time without one is told of, and what nobody signed meanwhile is a fault', async () => {
    await bench.start().append(caught('1'));
    await bench.tamper((database) => database.clear('keys'));
    bench.signing = NO_KEYS;
    await bench.start().append(caught('2'));
    bench.signing = { newKey: newSigningKey, sign: signHash };
    const journal = bench.start();
    await journal.append(caught('3'));
    expect(await kindsOf(journal)).toEqual(['caught', 'caught', 'rekey', 'caught']);
    expect((await check(journal)).signatures).toMatchObject({ fault: { kind: 'unsigned', at: 2 } });
  });
});

describe('a clock that is set while the worker lives', () => {
  it.each([3 * HOUR, -3 * HOUR])('by %i ms is told of once, before the next entry', async (byMs) => {
    let passed = 0;
    const journal = bench.start(0, () => passed);
    await journal.append(caught('1'));
    passed += MINUTE;
    bench.clock.advance(MINUTE + byMs);
    await journal.append(caught('2'));
    await journal.append(caught('3'));
    expect((await entriesOf(journal)).map(({ event }) => event)).toEqual([
      { kind: 'caught', by: '1' },
      { kind: 'clock-jump', byMs },
      { kind: 'caught', by: '2' },
      { kind: 'caught', by: '3' },
    ]);
  });
});
