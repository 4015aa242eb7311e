import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import { MIRROR_SIZE, Mirror } from '../../../src/storage/mirror.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
import {
  account,
  messageId,
  room,
  StoreBench,
  seen,
  sendTime,
  TEN_O_CLOCK,
} from '../../support/sent-messages.ts';

let factory: FaultyIndexedDb;
let bench: StoreBench;
beforeEach(() => {
  factory = new FaultyIndexedDb();
  bench = new StoreBench(factory);
});

/** Longer than the mirror rests after a change. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => seen(`${n}`, { sendTime: sendTime(TEN_O_CLOCK + n * 10) }));

/** A worker that has just started and what it opens while it answers. */
async function coldAnswer(limit = 10) {
  await settled();
  factory.opened.length = 0;
  const store = bench.start();
  const urgent = await store.unsendable.mostUrgent(limit);
  const total = await store.unsendable.count();
  return { ids: urgent.map(({ message }) => message.id), total, opened: factory.opened.length > 0 };
}

describe('a cold worker', () => {
  it('answers what can be unsent without opening the database', async () => {
    await bench.start().record(room(1), many(3));
    expect(await coldAnswer()).toEqual({ ids: ['0', '1', '2'], total: 3, opened: false });
  });

  it('answers that there is nothing without opening the database, once it has looked', async () => {
    await bench.start().unsendable.count();
    await bench.start().unsendable.mostUrgent(1);
    expect(await coldAnswer()).toEqual({ ids: [], total: 0, opened: false });
  });

  it('lists from the mirror and counts in the database when there are more than the mirror holds', async () => {
    await bench.start().record(room(1), many(MIRROR_SIZE + 50));
    await settled();
    const store = bench.start();
    factory.opened.length = 0;
    expect(await store.unsendable.mostUrgent(100)).toHaveLength(100);
    expect(factory.opened).toEqual([]);
    expect(await store.unsendable.count()).toBe(MIRROR_SIZE + 50);
    expect(factory.opened).toEqual(['matta-sent-1']);
    expect(await store.unsendable.mostUrgent(240)).toHaveLength(240);
  });

  it('opens the database when too few of an incomplete mirror are left', async () => {
    await bench.start().record(room(1), many(MIRROR_SIZE + 50));
    await settled();
    // The first 195 are over.
    bench.clock.set(TEN_O_CLOCK + 59 * MINUTE + 1_940);
    const answer = await coldAnswer(10);
    expect(answer).toMatchObject({ opened: true, total: 55 });
    expect(answer.ids).toEqual(
      many(205)
        .slice(195)
        .map(({ id }) => id),
    );
  });

  it('does not list what has run out meanwhile', async () => {
    await bench
      .start()
      .record(room(1), [...many(1), seen('z', { sendTime: sendTime(TEN_O_CLOCK + MINUTE) })]);
    await settled();
    bench.clock.set(TEN_O_CLOCK + 59 * MINUTE);
    expect(await coldAnswer()).toEqual({ ids: ['z'], total: 1, opened: false });
  });
});

describe('the mirror never answers wrongly', () => {
  it('after a message was taken back', async () => {
    const store = bench.start();
    await store.record(room(1), many(2));
    await settled();
    await store.markUnsent(room(1), messageId('0'), TEN_O_CLOCK + SECOND);
    expect((await store.unsendable.mostUrgent(10)).map(({ message }) => message.id)).toEqual(['1']);
    expect(await coldAnswer()).toEqual({ ids: ['1'], total: 1, opened: false });
  });

  it('after an account was forgotten', async () => {
    const store = bench.start();
    await store.record(room(1), many(2));
    await store.record(room(1, 2), [seen('other')]);
    await settled();
    await store.forgetAccount(account(1));
    expect(JSON.stringify(bench.session.peek('mirror') ?? null)).not.toContain(account(1));
    expect(await coldAnswer()).toEqual({ ids: ['other'], total: 1, opened: false });
  });

  it('after messages were pruned', async () => {
    const store = bench.start();
    await store.record(room(1), many(2));
    await settled();
    await store.prune(TEN_O_CLOCK + 5);
    expect(await coldAnswer()).toEqual({ ids: ['1'], total: 1, opened: false });
  });

  it('when the worker dies between the change and the mirror', async () => {
    const store = bench.start();
    await store.record(room(1), many(1));
    await settled();
    // What the dead worker would have written is lost.
    const set = bench.session.set;
    bench.session.set = () => new Promise(() => undefined);
    await store.markUnsent(room(1), messageId('0'), TEN_O_CLOCK + SECOND);
    await settled();
    bench.session.set = set;
    expect(await coldAnswer()).toMatchObject({ ids: [], total: 0, opened: true });
  });

  it('after the windows were changed', async () => {
    await bench
      .start()
      .record(room(1), [seen('old', { sendTime: sendTime(TEN_O_CLOCK - (2 * DAY) / 24) }), ...many(1)]);
    await settled();
    bench.policy = {
      ...DEFAULT_POLICY,
      windows: { [account(1)]: { mode: 'day', checkedAt: TEN_O_CLOCK } },
    };
    expect(await coldAnswer()).toEqual({ ids: ['old', '0'], total: 2, opened: true });
    bench.policy = { ...DEFAULT_POLICY, windows: { [account(1)]: { mode: 'custom', minutes: 2 } } };
    expect(await coldAnswer()).toMatchObject({ ids: [], total: 0 });
  });

  it('after the clock was set back', async () => {
    await bench.start().record(room(1), many(1));
    bench.clock.advance(2 * DAY);
    await bench.start().record(room(1), [seen('later', { sendTime: sendTime(TEN_O_CLOCK + 2 * DAY) })]);
    await settled();
    bench.clock.set(TEN_O_CLOCK + MINUTE);
    // What lies in the future proves that the clock is wrong, and is not promised by it.
    expect((await coldAnswer()).ids).toEqual(['0']);
  });

  it.each([
    ['damaged', { windows: 1 }],
    ['with a damaged message', { windows: '', madeAt: 0, complete: true, messages: [{ id: '0' }] }],
    ['empty', null],
  ])('when it is %s', async (_how, content) => {
    await bench.start().record(room(1), many(1));
    await settled();
    await bench.session.set({ mirror: content });
    expect(await coldAnswer()).toMatchObject({ ids: ['0'], opened: true });
  });

  it('while changes and refreshes overlap in every way', async () => {
    const store = bench.start();
    for (let round = 0; round < 50; round++) {
      const id = messageId(`${round}`);
      await store.record(room(1), [seen(id)]);
      if (round % 3 === 0) await settled();
      const marking = store.markUnsent(room(1), id, TEN_O_CLOCK + SECOND);
      if (round % 2 === 0) store.unsendable.refreshMirror();
      await marking;
      expect(await bench.start().unsendable.mostUrgent(5)).toEqual([]);
    }
  });
});

it('what was read before a change is never mirrored after it', async () => {
  const mirror = new Mirror(bench.session);
  const content = (windows: string) => ({ windows, madeAt: 0, complete: true, messages: [] });
  const shown: (string | null)[] = [];
  bench.session.onChanged.addListener(() => {
    if (bench.session.peek('mirror-fresh') === true) shown.push(JSON.stringify(bench.session.peek('mirror')));
  });
  let reads = 0;
  await mirror.refresh(async () => {
    reads += 1;
    if (reads > 1) return content('after');
    await mirror.during(async () => undefined);
    return content('before');
  });
  expect(shown).toEqual([JSON.stringify(content('after'))]);
});

it('a burst of messages is mirrored few times', async () => {
  const store = bench.start();
  bench.session.writes = 0;
  await Promise.all(many(100).map((message) => store.record(room(1), [message])));
  await settled();
  expect(bench.session.writes).toBeLessThan(5);
  expect((await coldAnswer()).total).toBe(100);
});
