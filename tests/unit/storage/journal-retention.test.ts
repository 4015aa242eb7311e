import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { readEntry } from '../../../src/domain/journal/chain.ts';
import type { StoredEntry } from '../../../src/domain/journal/entry.ts';
import { endLine, jsonLines } from '../../../src/domain/journal/export-jsonl.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy } from '../../../src/platform/signing.ts';
import type { JournalRecord } from '../../../src/storage/journal-schema.ts';
import { reportOn } from '../../../src/verifier/report.ts';
import { JournalBench, MortalIndexedDb } from '../../support/journal-bench.ts';
import { draftOf, FOUR_PAST_THREE } from '../../support/journal-entries.ts';

let bench: JournalBench;
beforeEach(async () => {
  bench = new JournalBench(new MortalIndexedDb());
  bench.lineNow = () => bench.clock.now();
  await fill(20);
});

/** An entry a day, by a worker that LINE's server has told its time. */
async function fill(days: number): Promise<void> {
  for (let day = 1; day <= days; day++) {
    bench.clock.advance(DAY);
    await bench.start().append({ ...draftOf({ kind: 'caught', by: 'people' }), at: bench.clock.now() });
  }
}
const entries = () => bench.start().all(1, 1_000);
const firstSeq = async () => (await entries())[0]?.seq;
const kindsOf = async () => (await entries()).map((entry) => readEntry(entry)?.event.kind);
const report = async (kept: readonly StoredEntry[]) =>
  reportOn(`${jsonLines(kept)}${endLine(await bench.start().head())}`, { sha256, isSignedBy }, null);

describe('entries that are older than the rule allows', () => {
  it('are removed from the start, an entry says so, and the journal is as whole as before', async () => {
    await bench.start().prune(10);
    expect(await firstSeq()).toBe(10);
    const all = await entries();
    expect(readEntry(all.at(-1) ?? { text: '' })?.event).toMatchObject({
      kind: 'pruned',
      lastSeq: 9,
      days: 10,
    });
    const { faults, notes } = await report(all);
    expect(faults).toEqual([]);
    expect(notes).toEqual([{ kind: 'pruned', at: 21, last: 9, days: 10, when: bench.clock.now() }]);
  });

  it('are removed again and again, with what said so before', async () => {
    for (const _ of [1, 2, 3]) {
      await bench.start().prune(5);
      await fill(10);
      expect((await report(await entries())).faults).toEqual([]);
    }
    await bench.start().prune(5);
    expect((await kindsOf()).filter((kind) => kind === 'pruned')).toHaveLength(1);
    expect((await report(await entries())).faults).toEqual([]);
  });

  it.each([10, 11, 15])('are told from a beginning that somebody has cut, at entry %i', async (at) => {
    await bench.start().prune(10);
    const { faults } = await report((await entries()).filter(({ seq }) => seq > at));
    expect(faults).toEqual([{ kind: 'cut', at: 1 }]);
  });

  it('may still be there when the worker died before it could remove them: the next time they go', async () => {
    const old: JournalRecord[] = [];
    await bench.tamper(async (database) => void old.push(...(await database.getAll('entries')).slice(0, 9)));
    await bench.start().prune(10);
    await bench.tamper(async (database) => {
      for (const record of old) await database.put('entries', record);
    });
    expect(await firstSeq()).toBe(1);
    expect((await report(await entries())).faults).toEqual([]);
    await bench.start().prune(10);
    expect(await firstSeq()).toBe(10);
    expect((await kindsOf()).filter((kind) => kind === 'pruned')).toHaveLength(1);
  });

  it('can be read page by page afterwards', async () => {
    await bench.start().prune(3);
    const page = await bench.start().page({ before: null, limit: 50 });
    expect(page.map(({ seq }) => seq)).toEqual([21, 20, 19, 18, 17]);
    expect(await bench.start().page({ before: 17, limit: 50 })).toEqual([]);
  });
});

describe('nothing is removed', () => {
  it('that is younger', async () => {
    await bench.start().prune(21);
    expect([await firstSeq(), (await entries()).length]).toEqual([1, 20]);
  });

  it('because the computer’s clock was set ahead', async () => {
    const before = bench.clock.now();
    bench.lineNow = () => before;
    bench.clock.advance(4_000 * DAY);
    await bench.start().append(draftOf({ kind: 'caught', by: 'people' }));
    await bench.start().prune(30);
    expect(await firstSeq()).toBe(1);
  });

  it('because an answer claimed a later time than the computer has', async () => {
    const later = bench.clock.now() + 4_000 * DAY;
    bench.lineNow = () => later;
    await bench.start().append(draftOf({ kind: 'caught', by: 'people' }));
    await bench.start().prune(30);
    expect(await firstSeq()).toBe(1);
  });

  it('while no entry has seen LINE’s clock', async () => {
    bench = new JournalBench(new MortalIndexedDb());
    await fill(20);
    await bench.start().prune(1);
    expect([await firstSeq(), (await entries()).length]).toEqual([1, 20]);
  });

  it('that was written while the clock stood at an earlier day', async () => {
    bench = new JournalBench(new MortalIndexedDb());
    bench.lineNow = () => FOUR_PAST_THREE + 20 * DAY;
    await fill(20);
    await bench.start().prune(1);
    expect(await firstSeq()).toBe(1);
  });

  it('behind an entry that nobody can read', async () => {
    await bench.tamper(async (database) => {
      const record = await database.get('entries', 4);
      if (record !== undefined) await database.put('entries', { ...record, text: 'x' });
    });
    await bench.start().prune(10);
    expect(await firstSeq()).toBe(4);
    expect((await report(await entries())).faults).not.toEqual([]);
  });
});
