import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
import { everything, room, StoreBench, seen, sendTime, TEN_O_CLOCK } from '../../support/sent-messages.ts';

let factory: FaultyIndexedDb;
let bench: StoreBench;
beforeEach(() => {
  factory = new FaultyIndexedDb();
  bench = new StoreBench(factory);
});

const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);
const names = async () => (await factory.databases()).map(({ name }) => name).toSorted();
const one = (id: string, n = 0) => [seen(id, { sendTime: sendTime(TEN_O_CLOCK + n * SECOND) })];

describe('a database that fails but may work again', () => {
  it.each([
    ['open', 'UnknownError'],
    ['open', 'InvalidStateError'],
    ['open', 'AbortError'],
    ['open', 'TimeoutError'],
    ['read', 'UnknownError'],
    ['write', 'UnknownError'],
    ['write', 'InvalidStateError'],
  ] as const)('(%s: %s) is not set aside: new messages wait, and nothing is lost', async (stage, error) => {
    await bench.start().record(room(1), one('old'));
    factory.failWith({ stage, error });
    const store = bench.start();
    await store.ofConversation(room(1)).catch(() => undefined);
    for (let n = 0; n < 10; n++) await store.record(room(1), one(`new-${n}`, n + 1));
    if (stage !== 'read') expect(await store.state()).toBe('refused');
    factory.failWith(null);
    await store.retryUnsaved();
    expect(await store.state()).toBe('fine');
    expect(await everything(store)).toHaveLength(11);
    expect(await names()).toEqual(['matta-sent-1']);
  });

  it.each(['open', 'write'] as const)(
    'is replaced when it (%s) fails for more than a minute',
    async (stage) => {
      await bench.start().record(room(1), one('old'));
      factory.failWith({ stage, error: 'UnknownError', name: '-1' });
      for (const [n, after] of [0, 30 * SECOND, 29 * SECOND].entries()) {
        bench.clock.advance(after);
        const store = bench.start();
        await store.record(room(1), one(`${n}`, n));
        expect(await store.state()).toBe('refused');
      }
      bench.clock.advance(SECOND);
      const store = bench.start();
      await store.retryUnsaved();
      expect(await store.state()).toBe('rebuilt');
      expect(ids(await everything(store))).toEqual(['0', '1', '2']);
      expect(await names()).toEqual(['matta-sent-1', 'matta-sent-2']);
    },
  );

  it('is not replaced after two failures, however far apart', async () => {
    factory.failWith({ stage: 'open', error: 'UnknownError', name: '-1' });
    await bench.start().record(room(1), one('1'));
    bench.clock.advance(60 * MINUTE);
    await bench.start().record(room(1), one('2', 1));
    factory.failWith(null);
    await bench.start().retryUnsaved();
    expect(ids(await everything(bench.start()))).toEqual(['1', '2']);
    expect(await names()).toEqual(['matta-sent-1']);
  });

  it('starts from the beginning once it has worked in between', async () => {
    for (let n = 0; n < 5; n++) {
      factory.failWith({ stage: 'open', error: 'UnknownError', name: '-1' });
      await bench.start().record(room(1), one(`${n}`, n));
      bench.clock.advance(MINUTE);
      factory.failWith(null);
      await bench.start().retryUnsaved();
    }
    expect(await names()).toEqual(['matta-sent-1']);
    expect(await everything(bench.start())).toHaveLength(5);
  });

  it('that can still be read is replaced all the same when it cannot be written for a minute', async () => {
    factory.failWith({ stage: 'write', error: 'UnknownError', name: '-1' });
    const store = bench.start();
    for (let n = 0; n < 4; n++) {
      await store.record(room(1), one(`${n}`, n));
      await store.ofConversation(room(1));
      bench.clock.advance(30 * SECOND);
    }
    expect(await store.state()).toBe('rebuilt');
    expect(await everything(store)).toHaveLength(4);
  });

  it('does not disturb others that have opened it again meanwhile', async () => {
    const { keeper } = bench.startWithKeeper();
    const lost = new DOMException('made to fail', 'InvalidStateError');
    const runs = Array.from({ length: 20 }, (_, n) => {
      let attempts = 0;
      return keeper.run(async (database) => {
        attempts += 1;
        await database.count('messages');
        if (attempts === 1 && n % 2 === 0) throw lost;
        await database.count('messages');
        return n;
      });
    });
    expect(await Promise.all(runs)).toHaveLength(20);
    expect(await names()).toEqual(['matta-sent-1']);
  });
});
