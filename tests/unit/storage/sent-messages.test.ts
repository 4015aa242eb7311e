import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import {
  everything,
  messageId,
  room,
  StoreBench,
  seen,
  sendTime,
  TEN_O_CLOCK,
} from '../../support/sent-messages.ts';

let bench: StoreBench;
beforeEach(() => {
  bench = new StoreBench(new IDBFactory());
});

const sentAt = (at: number) => ({ sendTime: sendTime(at) });
const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);

describe('remembering messages', () => {
  it('keeps when, where and what kind, and nothing else', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('500', { kind: 'sticker', seenAt: TEN_O_CLOCK + SECOND })]);
    expect(await store.ofConversation(room(1))).toEqual([
      {
        ...room(1),
        id: '500',
        sendTime: sendTime(TEN_O_CLOCK),
        kind: 'sticker',
        firstSeen: TEN_O_CLOCK + SECOND,
        lastSeen: TEN_O_CLOCK + SECOND,
        unsentAt: null,
      },
    ]);
  });

  it('survives the death of the worker', async () => {
    await bench.start().record(room(1), [seen('1')]);
    expect(ids(await bench.start().ofConversation(room(1)))).toEqual(['1']);
  });

  it('keeps one record of a message that is seen again, and its last sighting only moves forward', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1', { seenAt: TEN_O_CLOCK + 5 * MINUTE })]);
    await store.record(room(1), [seen('1', { seenAt: TEN_O_CLOCK + 9 * MINUTE })]);
    await store.record(room(1), [seen('1', { seenAt: TEN_O_CLOCK + MINUTE })]);
    expect(await everything(store)).toMatchObject([
      { firstSeen: TEN_O_CLOCK + MINUTE, lastSeen: TEN_O_CLOCK + 9 * MINUTE },
    ]);
  });

  it('lists a conversation in order of sending and without those of others', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('b', sentAt(TEN_O_CLOCK)), seen('a', sentAt(TEN_O_CLOCK + 1))]);
    await store.record(room(2), [seen('c')]);
    await store.record(room(1, 2), [seen('d')]);
    await store.record(room(1), [seen('z', sentAt(TEN_O_CLOCK - 1))]);
    expect(ids(await store.ofConversation(room(1)))).toEqual(['z', 'b', 'a']);
  });

  it.each([
    ['clock', 'observed', 'observed'],
    ['observed', 'clock', 'observed'],
    ['clock', 'id', 'id'],
    ['id', 'clock', 'id'],
    ['observed', 'id', 'id'],
    ['id', 'observed', 'id'],
  ] as const)('a message known by %s and then by %s is stored once, by %s', async (first, second, winner) => {
    const times = { id: TEN_O_CLOCK + 7 * SECOND, observed: TEN_O_CLOCK + 8 * SECOND, clock: TEN_O_CLOCK };
    for (const source of [first, second]) {
      await bench.start().record(room(1), [seen('1', { sendTime: sendTime(times[source], source) })]);
    }
    const store = bench.start();
    expect(await everything(store)).toMatchObject([{ sendTime: sendTime(times[winner], winner) }]);
    expect(await store.ofConversation(room(1))).toHaveLength(1);
    expect(await store.unsendable.count()).toBe(1);
  });

  it('keeps the first of two messages that claim the same time and id in two conversations', async () => {
    const store = bench.start();
    await Promise.all([store.record(room(2), [seen('1')]), store.record(room(3), [seen('1')])]);
    await store.record(room(1), [seen('1')]);
    expect(await everything(store)).toMatchObject([room(2)]);
  });

  it('believes the latest sighting about the kind', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1', { kind: 'text', seenAt: TEN_O_CLOCK + 2 })]);
    await store.record(room(1), [seen('1', { kind: 'other', seenAt: TEN_O_CLOCK + 1 })]);
    expect(await everything(store)).toMatchObject([{ kind: 'text' }]);
  });

  it.each(['id', 'observed', 'clock'] as const)(
    'believes the latest reading of one source (%s)',
    async (source) => {
      const [before, after] = [sendTime(TEN_O_CLOCK, source), sendTime(TEN_O_CLOCK + 2 * MINUTE, source)];
      const store = bench.start();
      await store.record(room(1), [seen('1', { sendTime: before, seenAt: TEN_O_CLOCK + 5 * MINUTE })]);
      await store.record(room(1), [seen('1', { sendTime: after, seenAt: TEN_O_CLOCK + 6 * MINUTE })]);
      await store.record(room(1), [seen('1', { sendTime: before, seenAt: TEN_O_CLOCK + 5 * MINUTE })]);
      expect(await everything(store)).toMatchObject([{ sendTime: after }]);
    },
  );

  it('takes over a kind that has changed', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1', { kind: 'text', seenAt: TEN_O_CLOCK + 1 })]);
    await store.record(room(1), [seen('1', { kind: 'broadcast', seenAt: TEN_O_CLOCK + 2 })]);
    expect(await everything(store)).toMatchObject([{ kind: 'broadcast' }]);
  });

  it('shares transactions among messages that arrive in a burst', async () => {
    const { store, keeper } = bench.startWithKeeper();
    await store.record(room(1), [seen('first')]);
    let transactions = 0;
    const run = keeper.run.bind(keeper);
    keeper.run = (work) => {
      transactions += 1;
      return run(work);
    };
    await Promise.all(Array.from({ length: 100 }, (_, n) => store.record(room(1), [seen(`${n}`)])));
    expect(await store.ofConversation(room(1))).toHaveLength(101);
    expect(transactions).toBeLessThan(10);
  });
});

describe('messages that were taken back', () => {
  it('are marked, are no longer listed as unsendable, and stay marked when seen again', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1'), seen('2', sentAt(TEN_O_CLOCK + 1))]);
    await store.markUnsent(room(1), messageId('1'), TEN_O_CLOCK + MINUTE);
    await store.record(room(1), [seen('1', { seenAt: TEN_O_CLOCK + 2 * MINUTE })]);
    expect(await store.ofConversation(room(1))).toMatchObject([
      { id: '1', unsentAt: TEN_O_CLOCK + MINUTE },
      { id: '2', unsentAt: null },
    ]);
    expect(ids((await store.unsendable.mostUrgent(10)).map(({ message }) => message))).toEqual(['2']);
  });

  it('are ignored when they were never known', async () => {
    const store = bench.start();
    await store.markUnsent(room(1), messageId('1'), TEN_O_CLOCK);
    expect(await everything(store)).toEqual([]);
  });
});
