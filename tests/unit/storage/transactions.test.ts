import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND } from '../../../src/domain/clock.ts';
import type { SentMessages } from '../../../src/storage/sent-messages.ts';
import { room, StoreBench, seen, sendTime, TEN_O_CLOCK } from '../../support/sent-messages.ts';

const message = (n: number) => seen(String(500 + n), { sendTime: sendTime(TEN_O_CLOCK + n * SECOND) });

/** Counts that are the same on every machine; how long they take is measured by `npm run bench`. */
describe('transactions of the database', () => {
  let bench: StoreBench;
  let store: SentMessages;
  const modes: unknown[] = [];
  beforeEach(async () => {
    bench = new StoreBench(new IDBFactory());
    store = bench.start();
    await store.record(room(1), [message(-1)]);
    await settled();
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given: Parameters<typeof transaction>
    ) {
      modes.push(given[1] ?? 'readonly');
      return Reflect.apply(transaction, this, given);
    });
    modes.length = 0;
  });
  afterEach(() => vi.restoreAllMocks());

  /** What was asked for is answered before the mirror has been filled again. */
  const settled = () => {
    const isFresh = async () => (await bench.session.get('mirror-fresh'))['mirror-fresh'];
    return expect.poll(isFresh, { interval: 5 }).toBe(true);
  };
  const counts = async (act: () => Promise<unknown>) => {
    await act();
    await settled();
    const writing = modes.filter((mode) => mode === 'readwrite').length;
    return { writing, reading: modes.length - writing };
  };

  it.each([1, 50, 150])('are one to write and one for the mirror, for %i messages at once', async (count) => {
    const messages = Array.from({ length: count }, (_, n) => message(n));
    expect(await counts(() => store.record(room(1), messages))).toEqual({ writing: 1, reading: 1 });
  });

  it('are two to write for any number of messages that arrive one by one within a moment', async () => {
    const burst = () =>
      Promise.all(Array.from({ length: 100 }, (_, n) => store.record(room(1), [message(n)])));
    expect((await counts(burst)).writing).toBeLessThanOrEqual(2);
  });

  it('are none for the first hundred while the mirror is fresh', async () => {
    expect(await counts(() => store.unsendable.mostUrgent(100))).toEqual({ writing: 0, reading: 0 });
  });
});
