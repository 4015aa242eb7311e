import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../src/domain/clock.ts';
import { StoreUnavailable } from '../../../src/storage/database-fault.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
import {
  account,
  everything,
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

const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);
const names = async () => (await factory.databases()).map(({ name }) => name).toSorted();

describe('a damaged database', () => {
  it.each([
    ['open', 'NotReadableError'],
    ['open', 'VersionError'],
    ['read', 'NotFoundError'],
    ['read', 'NotReadableError'],
    ['write', 'NotFoundError'],
  ] as const)('(%s: %s) is set aside, and recording goes on in a new one', async (stage, error) => {
    await bench.start().record(room(1), [seen('old')]);
    factory.failWith({ stage, error, name: '-1' });
    const store = bench.start();
    await store.ofConversation(room(1)).catch(() => undefined);
    await store.record(room(1), [seen('new')]);
    expect(await store.state()).toBe('rebuilt');
    expect(ids(await everything(store))).toEqual(['new']);
    expect(await names()).toEqual(['matta-sent-1', 'matta-sent-2']);
  });

  it('is remembered: the next worker uses the new one at once', async () => {
    factory.failWith({ stage: 'open', error: 'NotReadableError', name: '-1' });
    await bench.start().record(room(1), [seen('1')]);
    factory.opened.length = 0;
    expect(ids(await everything(bench.start()))).toEqual(['1']);
    expect(factory.opened).toEqual(['matta-sent-2']);
  });

  it('is reported for a day', async () => {
    factory.failWith({ stage: 'open', error: 'NotReadableError', name: '-1' });
    await bench.start().record(room(1), [seen('1')]);
    bench.clock.advance(DAY - 1);
    expect(await bench.start().state()).toBe('rebuilt');
    bench.clock.advance(1);
    expect(await bench.start().state()).toBe('fine');
  });

  it('is replaced once, however many requests meet the damage at the same time', async () => {
    factory.failWith({ stage: 'write', error: 'NotReadableError', name: '-1' });
    const store = bench.start();
    await Promise.all([store.record(room(1), [seen('1')]), store.prune(0), store.forgetAccount(account(9))]);
    expect(ids(await everything(store))).toEqual(['1']);
    expect((await names()).at(-1)).toBe('matta-sent-2');
  });

  it('is replaced once, also when a request learns of the damage after it was replaced', async () => {
    const { keeper } = bench.startWithKeeper();
    const damage = new DOMException('made to fail', 'NotReadableError');
    let tell: () => void = () => undefined;
    const replaced = new Promise<void>((resolve) => {
      tell = resolve;
    });
    let attempts = 0;
    const late = keeper.run(async ({ name }) => {
      attempts += 1;
      if (attempts === 2) await replaced;
      if (name === 'matta-sent-1') throw damage;
      return name;
    });
    await expect.poll(() => attempts).toBe(2);
    await keeper.run(async ({ name }) => {
      if (name === 'matta-sent-1') throw damage;
    });
    tell();
    expect(await late).toBe('matta-sent-2');
    expect(await names()).toEqual(['matta-sent-1', 'matta-sent-2']);
  });

  it('loses nothing when the trouble passes by itself', async () => {
    await bench.start().record(room(1), [seen('1')]);
    factory.failWith({ stage: 'open', error: 'UnknownError', times: 1 });
    const store = bench.start();
    expect(ids(await everything(store))).toEqual(['1']);
    expect(await store.state()).toBe('fine');
  });

  it('does not survive in what was set aside when an account is forgotten', async () => {
    await bench.start().record(room(1), [seen('1')]);
    factory.failWith({ stage: 'open', error: 'NotReadableError', name: '-1' });
    const store = bench.start();
    await store.record(room(1), [seen('2')]);
    await store.forgetAccount(account(1));
    expect(await names()).toEqual(['matta-sent-2']);
  });

  it('is not blamed for a mistake in a request', async () => {
    const { store, keeper } = bench.startWithKeeper();
    await store.record(room(1), [seen('1')]);
    await expect(keeper.run(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
    expect(await store.state()).toBe('fine');
    expect(ids(await everything(store))).toEqual(['1']);
  });

  it('a connection that the browser closes is opened again', async () => {
    const { store, keeper } = bench.startWithKeeper();
    await store.record(room(1), [seen('1')]);
    await keeper.run(async (database) => database.close());
    expect(ids(await everything(store))).toEqual(['1']);
    expect(await store.state()).toBe('fine');
  });

  it('the last database is found again when the settings were cleared', async () => {
    factory.failWith({ stage: 'open', error: 'NotReadableError', name: '-1' });
    await bench.start().record(room(1), [seen('1')]);
    await bench.local.remove('sent-messages');
    expect(ids(await everything(bench.start()))).toEqual(['1']);
  });
});

describe('no database at all', () => {
  const urgentIds = async (store: ReturnType<StoreBench['start']>) =>
    ids((await store.unsendable.mostUrgent(10)).map(({ message }) => message));

  it.each([
    ['there is none', undefined],
    ['the browser refuses it', 'SecurityError'],
    ['every new one is damaged as well', 'NotReadableError'],
    ['it fails for now', 'UnknownError'],
  ])('(%s) is said, and what was seen is still listed', async (_why, error) => {
    await bench.start().record(room(1), [seen('before')]);
    await expect.poll(() => bench.session.get('mirror-fresh')).toEqual({ 'mirror-fresh': true });
    if (error === undefined) bench.replaceFactory(undefined);
    else factory.failWith({ stage: 'open', error });
    const store = bench.start();
    await store.record(room(1), [seen('after', { sendTime: sendTime(TEN_O_CLOCK + MINUTE) })]);
    expect(await store.state()).toBe('refused');
    expect(await urgentIds(store)).toEqual(['before', 'after']);
    expect(await urgentIds(bench.start())).toEqual(['before', 'after']);
    expect(await store.unsendable.count()).toBe(2);
    await expect(store.accounts()).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('stores what was kept as soon as there is one', async () => {
    factory.failWith({ stage: 'open', error: 'SecurityError' });
    await bench.start().record(room(1), [seen('1')]);
    factory.failWith(null);
    const store = bench.start();
    await store.retryUnsaved();
    expect(await store.state()).toBe('fine');
    expect(ids(await everything(store))).toEqual(['1']);
  });

  it('is said as soon as a reading was refused, before anything is recorded', async () => {
    factory.failWith({ stage: 'open', error: 'SecurityError' });
    const store = bench.start();
    expect(await store.unsendable.mostUrgent(5)).toEqual([]);
    expect(await store.state()).toBe('refused');
  });

  it('uses up no names while every attempt fails', async () => {
    factory.failWith({ stage: 'open', error: 'NotReadableError' });
    for (let n = 0; n < 5; n++) await bench.start().record(room(1), [seen(`${n}`)]);
    expect(new Set(factory.opened)).toEqual(new Set(['matta-sent-1', 'matta-sent-2']));
  });
});
