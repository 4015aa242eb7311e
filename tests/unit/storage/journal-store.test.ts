import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { BEGINNING, readEntry, verifyChain } from '../../../src/domain/journal/chain.ts';
import type { JournalEvent, StoredEntry } from '../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import type { JournalStore } from '../../../src/storage/journal-store.ts';
import { attemptId, BAKERY, basicId } from '../../support/broadcasts.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
import { JournalBench } from '../../support/journal-bench.ts';
import { COUNTS, draftOf, EVERY_EVENT, FOUR_PAST_THREE } from '../../support/journal-entries.ts';

let bench: JournalBench;
let journal: JournalStore;
beforeEach(() => {
  bench = new JournalBench(new FaultyIndexedDb());
  journal = bench.start();
});

const caught = (by: string) => draftOf({ kind: 'caught', by });
const appendMany = async (count: number) => {
  for (let n = 1; n <= count; n++) await journal.append(caught(`item-${n}`));
};
const seqs = (entries: readonly StoredEntry[]) => entries.map(({ seq }) => seq);
const eventsOf = (entries: readonly StoredEntry[]) => entries.map((entry) => readEntry(entry)?.event);

describe('an entry', () => {
  it('is chained to the one before and says all that it was given', async () => {
    const first = await journal.append(caught('people'));
    const second = await journal.append(draftOf(EVERY_EVENT[4] ?? { kind: 'caught', by: '' }));
    expect(readEntry(first)).toMatchObject({
      seq: 1,
      prev: BEGINNING.hash,
      extension: '0.2.0',
      offsetMinutes: 540,
    });
    expect(readEntry(second)).toMatchObject({
      ...draftOf(EVERY_EVENT[4] ?? { kind: 'caught', by: '' }),
      seq: 2,
      prev: first.hash,
    });
    expect(second.hash).toBe(await sha256(second.text));
    expect(await journal.all(1, 10)).toEqual([first, second]);
  });

  it('of every kind can be kept, but for what the journal says of itself', async () => {
    const own: readonly string[] = ['pruned', 'gap', 'rekey', 'clock-jump'];
    const [theirs, others] = [true, false].map((isOwn) =>
      EVERY_EVENT.filter(({ kind }) => own.includes(kind) === isOwn),
    );
    for (const event of theirs ?? []) await expect(journal.append(draftOf(event))).rejects.toThrow('itself');
    for (const event of others ?? []) await journal.append(draftOf(event));
    const all = await journal.all(1, 100);
    expect([theirs?.length, eventsOf(all)]).toEqual([4, others]);
    expect(await verifyChain(all, await journal.head(), sha256)).toMatchObject({ kind: 'whole' });
  });

  it('that could not be read again is refused, and the next one is written', async () => {
    await expect(journal.append(caught('x'.repeat(61)))).rejects.toThrow('length');
    expect((await journal.append(caught('people'))).seq).toBe(1);
  });

  it('that is caused by the same message again is written once', async () => {
    const first = await journal.append(caught('people'), 'message-1');
    await journal.append(caught('when'), 'message-2');
    expect(await journal.append(caught('people'), 'message-1')).toEqual(first);
    expect(await bench.start().append(caught('other'), 'message-1')).toEqual(first);
    expect(await journal.all(1, 100)).toHaveLength(2);
  });

  it('that came late says so, and others do not', async () => {
    const [late, other] = [
      await journal.append({ ...caught('a'), late: true }),
      await journal.append(caught('b')),
    ];
    expect([readEntry(late)?.late, readEntry(other)?.late]).toEqual([true, undefined]);
    expect(other.text).not.toContain('late');
  });

  it('without such a name is written each time', async () => {
    await journal.append(caught('people'));
    await journal.append(caught('people'));
    expect(await journal.all(1, 100)).toHaveLength(2);
  });
});

describe('entries at the same time', () => {
  it('are written one after the other', async () => {
    const written = await Promise.all(Array.from({ length: 30 }, (_, n) => journal.append(caught(`${n}`))));
    expect(seqs(written)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(await verifyChain(await journal.all(1, 100), await journal.head(), sha256)).toMatchObject({
      kind: 'whole',
    });
  });

  it('from two workers make one chain, without loss', async () => {
    const other = bench.start();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? journal : other).append(caught(`item-${n}`), `m${n}`),
      ),
    );
    const all = await journal.all(1, 100);
    expect(new Set(eventsOf(all).map((event) => event?.kind === 'caught' && event.by)).size).toBe(40);
    expect(await verifyChain(all, null, sha256)).toMatchObject({
      kind: 'whole',
      head: { seq: 40 },
      gaps: [],
    });
  });

  it('from two workers about the same message are one', async () => {
    const workers = [journal, bench.start(), bench.start()];
    const written = await Promise.all(workers.map((one) => one.append(caught('people'), 'message-1')));
    expect(new Set(seqs(written))).toEqual(new Set([1]));
    expect(await journal.all(1, 100)).toHaveLength(1);
  });
});

describe('the head outside', () => {
  it('is that of the newest entry, and null while there is none', async () => {
    expect(await journal.head()).toBeNull();
    await appendMany(2);
    const last = (await journal.all(2, 1))[0];
    expect(await journal.head()).toMatchObject({ seq: 2, hash: last?.hash });
  });

  it('that could not be remembered is reported; the entry is written all the same', async () => {
    const error = new Error('no room');
    bench.local.set = () => Promise.reject(error);
    expect((await journal.append(caught('people'))).seq).toBe(1);
    expect(bench.reported).toEqual([error]);
  });

  it('is put right by the next entry, and by a repeated one', async () => {
    await journal.append(caught('1'), 'm1');
    const before = await journal.head();
    await journal.append(caught('2'), 'm2');
    const after = await journal.head();
    await bench.forgetHead(before);
    await bench.start().append(caught('2'), 'm2');
    expect(await journal.head()).toEqual(after);
  });
});

describe('a page', () => {
  it.each([
    ['everything', { limit: 100, before: null }, [8, 7, 6, 5, 4, 3, 2, 1]],
    ['the newest', { limit: 3, before: null }, [8, 7, 6]],
    ['those before', { limit: 3, before: 6 }, [5, 4, 3]],
    ['the last ones', { limit: 3, before: 2 }, [1]],
    ['none before the first', { limit: 3, before: 1 }, []],
    ['those before a number that is not reached yet', { limit: 2, before: 1e15 }, [8, 7]],
    ['nothing', { limit: 0, before: null }, []],
  ])('holds %s, the newest first', async (_what, wish, expected) => {
    await appendMany(8);
    expect(seqs(await journal.page(wish))).toEqual(expected);
  });

  it('is full also where entries were taken out', async () => {
    await appendMany(12);
    await bench.tamper((database) => database.delete('entries', IDBKeyRange.bound(4, 11)));
    expect(seqs(await journal.page({ limit: 3, before: null }))).toEqual([12, 3, 2]);
  });

  it('of an empty journal is empty', async () => {
    const empty = new JournalBench(new FaultyIndexedDb()).start();
    expect(await empty.page({ before: null, limit: 5 })).toEqual([]);
    expect(await empty.all(1, 5)).toEqual([]);
  });
});

describe('the history of an account', () => {
  const released = (people: number, scheduledAt: number | null = null): JournalEvent => ({
    kind: 'released',
    broadcast: { ...COUNTS, people, scheduledAt },
    sketch: [people],
    reasons: [],
    person: null,
    tookMs: 1,
  });
  const outcome = (what: 'accepted' | 'reserved' | 'refused-by-server' | 'unknown'): JournalEvent => ({
    kind: 'outcome',
    outcome: what,
    status: null,
  });
  const attempts = async (...events: readonly (readonly JournalEvent[])[]) => {
    for (const [n, own] of events.entries()) {
      for (const event of own) await journal.append(draftOf(event, { attempt: attemptId(n) }));
    }
  };

  it('tells of broadcasts that went, or may have gone, the newest first', async () => {
    await attempts(
      [released(1), outcome('accepted')],
      [released(2), outcome('refused-by-server')],
      [released(3), { kind: 'refused', why: 'stopped' }],
      [released(4)],
      [released(5), outcome('unknown')],
      [{ kind: 'refused', why: 'cancelled' }],
      [released(6), outcome('refused-by-server'), released(7), outcome('reserved')],
    );
    const history = await journal.history(BAKERY, 10);
    expect(history.map(({ people }) => people)).toEqual([7, 5, 4, 1]);
    expect((await journal.history(BAKERY, 2)).map(({ people }) => people)).toEqual([7, 5]);
  });

  it('says when each arrived, to whom, and what it was like', async () => {
    await attempts([released(8)], [released(9, FOUR_PAST_THREE + 5)]);
    expect(await journal.history(BAKERY, 10)).toEqual([
      { at: FOUR_PAST_THREE + 5, audience: 'all', people: 9, sketch: [9] },
      { at: FOUR_PAST_THREE, audience: 'all', people: 8, sketch: [8] },
    ]);
  });

  it('is not that of another account', async () => {
    await attempts([released(8)]);
    expect(await journal.history(basicId('@bakery2'), 10)).toEqual([]);
    await journal.append(draftOf(released(1), { account: null }));
    expect(await journal.history(BAKERY, 10)).toHaveLength(1);
  });
});
