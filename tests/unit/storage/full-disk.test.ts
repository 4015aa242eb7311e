import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
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

const FULL = { stage: 'write', error: 'QuotaExceededError' } as const;

let factory: FaultyIndexedDb;
let bench: StoreBench;
beforeEach(() => {
  factory = new FaultyIndexedDb();
  bench = new StoreBench(factory);
});

const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);
const urgentIds = async (store: ReturnType<StoreBench['start']>) =>
  ids((await store.unsendable.mostUrgent(10)).map(({ message }) => message));
const at = (time: number) => ({ sendTime: sendTime(time) });

describe('a full disk', () => {
  it('first gives up messages that are older than any window, and then takes the new one', async () => {
    const store = bench.start();
    await store.record(room(1), [
      seen('old', at(TEN_O_CLOCK - 2 * DAY)),
      seen('day', at(TEN_O_CLOCK - 23 * HOUR)),
    ]);
    factory.failWith({ ...FULL, times: 1 });
    await store.record(room(1), [seen('new')]);
    expect(ids(await everything(store))).toEqual(['day', 'new']);
    expect(await store.state()).toBe('fine');
  });

  it('loses nothing that was stored or seen, and says that it is full', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('stored')]);
    factory.failWith(FULL);
    await store.record(room(1), [seen('seen', at(TEN_O_CLOCK + MINUTE))]);
    expect(await store.state()).toBe('full');
    expect(ids(await store.ofConversation(room(1)))).toEqual(['stored', 'seen']);
    expect(await urgentIds(store)).toEqual(['stored', 'seen']);
    expect(await store.unsendable.count()).toBe(2);
  });

  it('keeps what was seen over the death of the worker and stores it once there is room', async () => {
    factory.failWith(FULL);
    await bench.start().record(room(1), [seen('1')]);
    await bench.start().record(room(1), [seen('2', at(TEN_O_CLOCK + MINUTE))]);
    const full = bench.start();
    expect(await full.state()).toBe('full');
    expect(await urgentIds(full)).toEqual(['1', '2']);
    factory.failWith(null);
    const store = bench.start();
    await store.retryUnsaved();
    expect(await store.state()).toBe('fine');
    expect(ids(await everything(store))).toEqual(['1', '2']);
  });

  it('still knows that a stored message was taken back', async () => {
    const store = bench.start();
    await store.record(room(1), [seen('1'), seen('2')]);
    factory.failWith(FULL);
    await store.markUnsent(room(1), messageId('1'), TEN_O_CLOCK + MINUTE);
    expect(await urgentIds(store)).toEqual(['2']);
    expect(await urgentIds(bench.start())).toEqual(['2']);
  });

  it('forgets an account in what waits to be stored, too', async () => {
    const store = bench.start();
    factory.failWith(FULL);
    await store.record(room(1), [seen('1')]);
    await store.record(room(1, 2), [seen('2')]);
    // Writing fails once more, and so does making room; deleting works, as it does on a full disk.
    factory.failWith({ ...FULL, times: 2 });
    await store.forgetAccount(account(1));
    expect(await urgentIds(store)).toEqual(['2']);
    await store.retryUnsaved();
    expect(ids(await everything(store))).toEqual(['2']);
  });

  it('exports what waits to be stored as well, in its place and once', async () => {
    const store = bench.start();
    const many = Array.from({ length: 2_000 }, (_, n) => seen(`m${n}`, at(TEN_O_CLOCK + n)));
    await store.record(room(1), many);
    factory.failWith(FULL);
    await store.record(room(1), [seen('first', at(TEN_O_CLOCK - 1)), seen('middle', at(TEN_O_CLOCK + 999))]);
    await store.record(room(1), [seen('last', at(TEN_O_CLOCK + MINUTE))]);
    await store.markUnsent(room(1), messageId('m1500'), TEN_O_CLOCK + MINUTE);
    const exported = await everything(store);
    expect(ids(exported)).toHaveLength(2_003);
    expect(new Set(ids(exported)).size).toBe(2_003);
    expect([exported[0]?.id, exported.at(-1)?.id]).toEqual(['first', 'last']);
    expect(exported.find(({ id }) => id === 'm1500')).toMatchObject({ unsentAt: TEN_O_CLOCK + MINUTE });
    const times = exported.map(({ sendTime }) => sendTime.earliest);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('exports what waits even if nothing is stored yet', async () => {
    const store = bench.start();
    factory.failWith(FULL);
    await store.record(room(1), [seen('1')]);
    expect(ids(await everything(store))).toEqual(['1']);
  });

  it('does not promise by ids that have proved wrong, though they wait to be stored', async () => {
    const store = bench.start();
    factory.failWith(FULL);
    await store.record(room(1), [seen('1'), seen('2', { sendTime: sendTime(TEN_O_CLOCK, 'clock') })]);
    await store.record(room(2), [seen('3', at(TEN_O_CLOCK + MINUTE))]);
    factory.failWith({ ...FULL, times: 2 });
    await store.distrustIds(room(1));
    expect(await urgentIds(store)).toEqual(['2', '3']);
  });
});
