import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { MINUTE } from '../../../src/domain/clock.ts';
import { readEntry, verifyChain } from '../../../src/domain/journal/chain.ts';
import { checkJournal } from '../../../src/domain/journal/check-journal.ts';
import type { JournalEvent } from '../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy } from '../../../src/platform/signing.ts';
import { StoreUnavailable } from '../../../src/storage/database-fault.ts';
import type { JournalStore } from '../../../src/storage/journal-store.ts';
import { JournalBench, MortalIndexedDb } from '../../support/journal-bench.ts';
import { draftOf } from '../../support/journal-entries.ts';

let factory: MortalIndexedDb;
let bench: JournalBench;
beforeEach(() => {
  factory = new MortalIndexedDb();
  bench = new JournalBench(factory);
});

const caught = (by: string) => draftOf({ kind: 'caught', by });
const fill = async (count: number) => {
  const journal = bench.start();
  for (let n = 1; n <= count; n++) await journal.append(caught(`${n}`), `m${n}`);
};
const eventsOf = async (journal: JournalStore) =>
  (await journal.all(1, 1_000)).map((entry) => readEntry(entry)?.event);
const gap = (why: 'tail-lost' | 'started-anew', expectedSeq: number, foundSeq: number): JournalEvent => ({
  kind: 'gap',
  why,
  expectedSeq,
  foundSeq,
});
const signerOfHead = async () => v.parse(v.object({ signer: v.string() }), await bench.start().head()).signer;
const gapsOf = async (journal: JournalStore) =>
  (await eventsOf(journal)).filter((event) => event?.kind === 'gap');
const expectWhole = async (journal: JournalStore, gaps: readonly number[]) => {
  const proofs = { sha256, isSignedBy };
  const { chain, signatures } = await checkJournal(await journal.all(1, 1_000), await journal.head(), proofs);
  expect(chain).toMatchObject({ kind: 'whole', gaps });
  expect(signatures).toMatchObject({ fault: null, unsigned: [] });
};

describe('what was lost', () => {
  it('from the end is told before the next entry, with both numbers', async () => {
    await fill(6);
    await bench.cutTail(4);
    const journal = bench.start();
    expect((await journal.append(caught('next'))).seq).toBe(6);
    expect((await eventsOf(journal)).slice(4)).toEqual([
      gap('tail-lost', 6, 4),
      { kind: 'caught', by: 'next' },
    ]);
    await expectWhole(journal, [5]);
  });

  it('with the whole database is told before anything else in the new one, the key that went with it first', async () => {
    await fill(6);
    const former = await signerOfHead();
    await bench.deleteDatabase();
    const journal = bench.start();
    await journal.append(caught('next'));
    expect(await eventsOf(journal)).toEqual([
      { kind: 'rekey', former },
      gap('started-anew', 6, 0),
      { kind: 'caught', by: 'next' },
    ]);
    await expectWhole(journal, [2]);
  });

  it('is told at the start, before there is anything to write', async () => {
    await fill(3);
    await bench.cutTail(1);
    const journal = bench.start();
    await journal.noteLosses();
    await journal.noteLosses();
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 3, 1)]);
    await expectWhole(journal, [2]);
  });

  it('is told at the moment of the loss', async () => {
    await fill(2);
    await bench.cutTail(1);
    bench.clock.advance(5 * MINUTE);
    const journal = bench.start();
    await journal.noteLosses();
    expect(readEntry((await journal.all(2, 1))[0] ?? { text: '' })?.at).toBe(bench.clock.now());
  });

  it('is told once, also when the worker died before it could remember the new head', async () => {
    await fill(5);
    const before = await bench.start().head();
    await bench.cutTail(2);
    await bench.start().append(caught('next'));
    await bench.forgetHead(before);
    const journal = bench.start();
    await journal.append(caught('last'));
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 5, 2)]);
    await expectWhole(journal, [3]);
  });

  it('is told once by two workers that notice it at the same time', async () => {
    await fill(5);
    await bench.cutTail(2);
    const [one, other] = [bench.start(), bench.start()];
    await Promise.all([one.noteLosses(), other.append(caught('next')), one.append(caught('more'))]);
    expect(await gapsOf(one)).toEqual([gap('tail-lost', 5, 2)]);
    expect(await verifyChain(await one.all(1, 100), null, sha256)).toMatchObject({
      kind: 'whole',
      head: { seq: 5 },
    });
  });

  it('is told also where the next message is a repeated one', async () => {
    await fill(5);
    await bench.cutTail(3);
    const journal = bench.start();
    expect((await journal.append(caught('2'), 'm2')).seq).toBe(2);
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 5, 3)]);
    await expectWhole(journal, [4]);
  });

  it('is written again when its message comes again', async () => {
    await fill(5);
    await bench.cutTail(3);
    const journal = bench.start();
    expect((await journal.append(caught('5'), 'm5')).seq).toBe(5);
    expect((await journal.append(caught('5'), 'm5')).seq).toBe(5);
    await expectWhole(journal, [4]);
  });

  it('is noticed by the database’s own head where nothing is remembered outside', async () => {
    await fill(4);
    await bench.tamper((database) => database.delete('entries', IDBKeyRange.lowerBound(2, true)));
    await bench.forgetHead(null);
    const journal = bench.start();
    await journal.noteLosses();
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 4, 2)]);
  });

  it('is noticed where as many other entries have taken its place', async () => {
    await fill(3);
    const head = await bench.start().head();
    await bench.deleteDatabase();
    await bench.forgetHead(null);
    const journal = bench.start();
    for (const by of ['a', 'b', 'c']) await journal.append(caught(by));
    await bench.forgetHead(head);
    await journal.noteLosses();
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 3, 3)]);
  });

  it('is nothing in a new journal, or where only the head outside is missing or damaged', async () => {
    const journal = bench.start();
    await journal.noteLosses();
    expect(await journal.all(1, 100)).toEqual([]);
    await fill(2);
    await bench.forgetHead(null);
    await bench.start().noteLosses();
    await bench.local.set({ 'journal-head': { seq: 'many' } });
    await bench.start().noteLosses();
    expect(await gapsOf(journal)).toEqual([]);
    await expectWhole(journal, []);
  });
});

describe('a damaged database', () => {
  it.each([
    ['open', 'NotReadableError'],
    ['read', 'NotFoundError'],
    ['write', 'NotReadableError'],
  ] as const)('(%s: %s) is set aside and kept; the new one begins by telling so', async (stage, error) => {
    await fill(3);
    const former = await signerOfHead();
    factory.failWith({ stage, error, name: '-1' });
    const journal = bench.start();
    await journal.append(caught('next'));
    expect(await eventsOf(journal)).toEqual([
      { kind: 'rekey', former },
      gap('started-anew', 3, 0),
      { kind: 'caught', by: 'next' },
    ]);
    expect(await bench.names()).toEqual(['matta-journal-1', 'matta-journal-2']);
    factory.failWith(null);
    await bench.tamper(async (database) => expect(await database.count('entries')).toBe(3));
    await expectWhole(bench.start(), [2]);
  });

  it('that is refused, or fails for now, is said by name, and nothing is lost', async () => {
    await fill(2);
    for (const error of ['SecurityError', 'UnknownError']) {
      factory.failWith({ stage: 'open', error });
      await expect(bench.start().append(caught('held'))).rejects.toBeInstanceOf(StoreUnavailable);
    }
    factory.failWith(null);
    const journal = bench.start();
    expect((await journal.append(caught('3'))).seq).toBe(3);
    await expectWhole(journal, []);
  });

  it('without room says so, and goes on when there is room again', async () => {
    await fill(2);
    factory.failWith({ stage: 'write', error: 'QuotaExceededError' });
    const journal = bench.start();
    await expect(journal.append(caught('held'))).rejects.toMatchObject({ name: 'QuotaExceededError' });
    factory.failWith(null);
    expect((await journal.append(caught('3'))).seq).toBe(3);
    await expectWhole(journal, []);
  });

  it('whose connection is lost in between is opened again', async () => {
    await fill(2);
    factory.failWith({ stage: 'write', error: 'InvalidStateError', times: 1 });
    const journal = bench.start();
    expect((await journal.append(caught('3'))).seq).toBe(3);
    await expectWhole(journal, []);
  });

  it('whose answer is lost after the entry was written has it once, also without a name for its message', async () => {
    await fill(2);
    const journal = bench.start(1);
    expect((await journal.append(caught('3'))).seq).toBe(3);
    expect(await journal.all(1, 100)).toHaveLength(3);
    await expectWhole(journal, []);
  });

  it('is asked to write to the disk before it answers', async () => {
    await fill(1);
    expect(factory.durabilities).toEqual(['strict']);
  });

  it('is not mistaken for another one when the settings were cleared', async () => {
    await fill(2);
    await bench.tamper(async () => undefined, 'other-journal-9');
    await bench.local.remove('journal');
    expect(await bench.start().all(1, 100)).toHaveLength(2);
  });

  it('leaves the database of sent messages alone', async () => {
    await bench.local.set({ 'sent-messages': { generation: 4, rebuiltAt: null } });
    await fill(1);
    factory.failWith({ stage: 'write', error: 'NotReadableError', name: 'journal-1' });
    await bench.start().append(caught('next'));
    expect((await bench.local.get('sent-messages'))['sent-messages']).toEqual({
      generation: 4,
      rebuiltAt: null,
    });
    expect(await bench.names()).toEqual(['matta-journal-1', 'matta-journal-2']);
  });
});

describe('a worker that is killed', () => {
  it.each([0, 1])('after %i of two writes leaves nothing of its entry', async (writes) => {
    await fill(3);
    factory.killAfter(writes);
    await expect(bench.start().append(caught('4'), 'm4')).rejects.toBeInstanceOf(StoreUnavailable);
    factory.revive();
    const journal = bench.start();
    expect(await journal.all(1, 100)).toHaveLength(3);
    expect((await journal.append(caught('4'), 'm4')).seq).toBe(4);
    await expectWhole(journal, []);
  });

  it('before its entry was answered for has written it once when the message comes again', async () => {
    await fill(3);
    const before = await bench.start().head();
    const written = await bench.start().append(caught('4'), 'm4');
    await bench.forgetHead(before);
    expect(await bench.start().append(caught('4'), 'm4')).toEqual(written);
    await expectWhole(bench.start(), []);
  });

  it('while it tells of a loss tells of it when it starts again', async () => {
    await fill(5);
    await bench.cutTail(2);
    factory.killAfter(1);
    await expect(bench.start().append(caught('next'))).rejects.toBeInstanceOf(StoreUnavailable);
    factory.revive();
    const journal = bench.start();
    await journal.append(caught('next'));
    expect(await gapsOf(journal)).toEqual([gap('tail-lost', 5, 2)]);
    await expectWhole(journal, [3]);
  });
});

interface Step {
  readonly message: number;
  readonly killAfter: number | null;
  readonly headIsLost: boolean;
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  message: fc.nat({ max: 8 }),
  killAfter: fc.option(fc.nat({ max: 2 })),
  headIsLost: fc.boolean(),
});

/** One message to a worker that may be killed while it writes, and before it remembers the head. */
async function send({ message, killAfter, headIsLost }: Step, mortal: MortalIndexedDb, own: JournalBench) {
  const journal = own.start();
  const before = await journal.head();
  if (killAfter !== null) mortal.killAfter(killAfter);
  const written = await journal.append(caught(`${message}`), `m${message}`).catch(() => null);
  mortal.revive();
  if (headIsLost) await own.forgetHead(before);
  return written;
}

test('whenever workers are killed, every message is in the journal once, in a whole chain without gaps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 15, size: 'max' }), async (steps) => {
      const mortal = new MortalIndexedDb();
      const own = new JournalBench(mortal);
      const answered = new Map<number, string>();
      for (const step of steps) {
        const written = await send(step, mortal, own);
        if (written === null) continue;
        expect(answered.get(step.message) ?? written.hash).toBe(written.hash);
        answered.set(step.message, written.hash);
      }
      const all = await own.start().all(1, 100);
      expect(all.map(({ hash }) => hash).toSorted()).toEqual([...answered.values()].toSorted());
      expect(await verifyChain(all, null, sha256)).toMatchObject({ kind: 'whole', gaps: [] });
    }),
    { numRuns: 60 },
  );
});
