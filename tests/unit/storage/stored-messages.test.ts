import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import {
  account,
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

describe('forgetting', () => {
  it('removes an account, tells how much that was, and leaves the others', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1'), seen('2')]);
    await store.record(room(2), [seen('3')]);
    await store.record(room(1, 2), [seen('4')]);
    expect(await store.forgetAccount(account(1))).toBe(3);
    expect(ids(await everything(store))).toEqual(['4']);
    expect(ids((await store.unsendable.mostUrgent(10)).map(({ message }) => message))).toEqual(['4']);
  });

  it('includes what was recorded a moment before and still waits for its turn', async () => {
    const store = bench.start();
    const underWay = store.record(room(1, 2), [seen('other')]);
    await new Promise((resolve) => setTimeout(resolve));
    const waiting = store.record(room(1), [seen('1')]);
    await store.forgetAccount(account(1));
    await Promise.all([underWay, waiting]);
    expect(ids(await everything(store))).toEqual(['other']);
  });

  it('removes an account of more messages than one transaction deletes', async () => {
    const store = bench.start();
    const many = Array.from({ length: 5_001 }, (_, n) => seen(`${n}`, sentAt(TEN_O_CLOCK + n)));
    await store.record(room(1), many);
    expect(await store.forgetAccount(account(1))).toBe(5_001);
    expect(await everything(store)).toEqual([]);
  });

  it('prunes what was sent before an instant, and not what was sent at it', async () => {
    const store = bench.start();
    await store.record(room(1), [
      seen('1', sentAt(TEN_O_CLOCK - 1)),
      seen('2', sentAt(TEN_O_CLOCK)),
      seen('3', sentAt(TEN_O_CLOCK - DAY)),
    ]);
    expect(await store.prune(TEN_O_CLOCK)).toBe(2);
    expect(ids(await everything(store))).toEqual(['2']);
  });
});

describe('ids that have proved wrong', () => {
  const byClock = { sendTime: sendTime(TEN_O_CLOCK, 'clock') };

  it('take what they timed with them, in their conversation alone, and leave what was taken back', async () => {
    const store = bench.start();
    await store.record(room(1), [
      seen('id'),
      seen('clock', byClock),
      seen('observed', { sendTime: sendTime(TEN_O_CLOCK, 'observed') }),
      seen('unsent', sentAt(TEN_O_CLOCK + 1)),
    ]);
    await store.record(room(2), [seen('other-room')]);
    await store.record(room(1, 2), [seen('other-account')]);
    await store.markUnsent(room(1), messageId('unsent'), TEN_O_CLOCK + MINUTE);
    await store.distrustIds(room(1));
    expect(ids(await store.ofConversation(room(1))).toSorted()).toEqual(['clock', 'observed', 'unsent']);
    expect(await everything(store)).toHaveLength(5);
    expect(await store.unsendable.count()).toBe(4);
  });

  it('no longer stand in the way of what the clocks say', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1', sentAt(TEN_O_CLOCK + 30 * MINUTE))]);
    await store.distrustIds(room(1));
    await store.record(room(1), [seen('1', byClock)]);
    expect(await everything(store)).toMatchObject([byClock]);
  });

  it('are not mirrored, also when the worker dies', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1')]);
    await store.distrustIds(room(1));
    expect(await bench.start().unsendable.mostUrgent(5)).toEqual([]);
  });
});

describe('looking at everything', () => {
  it('counts messages by account', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1'), seen('2')]);
    await store.record(room(9), [seen('3')]);
    await store.record(room(1, 7), [seen('4')]);
    expect([...(await store.accounts())]).toEqual([
      [account(1), 3],
      [account(7), 1],
    ]);
  });

  it('exports in pages that neither repeat nor leave out a message', async () => {
    const store = bench.start();
    const many = Array.from({ length: 2_500 }, (_, n) =>
      seen(`${n}`, sentAt(TEN_O_CLOCK + Math.floor(n / 7))),
    );
    await store.record(room(1), many);
    const exported = await everything(store);
    expect(new Set(ids(exported)).size).toBe(2_500);
    expect(exported).toHaveLength(2_500);
    const times = exported.map(({ sendTime }) => sendTime.earliest);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('what can still be unsent', () => {
  it('is listed by deadline, most urgent first, until one minute before the hour is over', async () => {
    const store = bench.start();
    bench.clock.set(TEN_O_CLOCK + 59 * MINUTE - 1);
    await store.record(room(1), [
      seen('late', sentAt(TEN_O_CLOCK + MINUTE)),
      seen('first', sentAt(TEN_O_CLOCK)),
      seen('over', sentAt(TEN_O_CLOCK - 1)),
    ]);
    expect(await store.unsendable.mostUrgent(10)).toMatchObject([
      { message: { id: 'first' }, safeUntil: TEN_O_CLOCK + 59 * MINUTE },
      { message: { id: 'late' }, safeUntil: TEN_O_CLOCK + HOUR },
    ]);
    bench.clock.advance(1);
    expect(await store.unsendable.count()).toBe(1);
  });

  it('leaves out kinds that LINE never takes back', async () => {
    const store = bench.start();
    const kinds = ['text', 'sticker', 'image', 'voice', 'other', 'automatic', 'broadcast'] as const;
    await store.record(
      room(1),
      kinds.map((kind) => seen(kind, { kind })),
    );
    const listed = await store.unsendable.mostUrgent(10);
    expect(new Set(listed.map(({ message }) => message.kind))).toEqual(
      new Set(['text', 'sticker', 'image', 'voice', 'other']),
    );
  });

  it('ends earlier by as much as the clock of the computer runs behind', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1')]);
    bench.clock.set(TEN_O_CLOCK + 58 * MINUTE + 1);
    expect(await store.unsendable.count()).toBe(1);
    bench.clockReading = { isWrong: false, correctionMs: MINUTE };
    expect(await store.unsendable.count()).toBe(0);
    expect(await store.unsendable.mostUrgent(5)).toEqual([]);
  });

  it('is nothing while that clock cannot be trusted, and all again afterwards', async () => {
    const store = bench.start();
    bench.clockReading = { isWrong: true, correctionMs: 0 };
    await store.record(room(1), [seen('1')]);
    expect(await store.unsendable.count()).toBe(0);
    expect(await store.unsendable.mostUrgent(5)).toEqual([]);
    bench.clockReading = { isWrong: false, correctionMs: 0 };
    expect(await store.unsendable.count()).toBe(1);
  });
});
