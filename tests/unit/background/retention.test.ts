import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { enforceRetention, RETENTION_ALARM, scheduleRetention } from '../../../src/background/retention.ts';
import { RETRY_ALARM, retryUnsaved, scheduleRetry } from '../../../src/background/retry-unsaved.ts';
import { DAY } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import { FakeAlarms } from '../../support/fake-browser.ts';
import { FaultyIndexedDb } from '../../support/faulty-indexed-db.ts';
import { everything, room, StoreBench, seen, sendTime, TEN_O_CLOCK } from '../../support/sent-messages.ts';

let factory: FaultyIndexedDb;
let bench: StoreBench;
/** After how many days the journal was told to forget. */
let pruned: number[];
beforeEach(() => {
  factory = new FaultyIndexedDb();
  bench = new StoreBench(factory);
  pruned = [];
});

async function clean() {
  const { store, keeper } = bench.startWithKeeper();
  await enforceRetention({
    clock: bench.clock,
    readPolicy: async () => bench.policy,
    prune: (before) => store.prune(before),
    wasRebuilt: () => keeper.wasRebuilt(),
    deleteSetAside: () => keeper.deleteSetAside(),
    pruneJournal: async (days) => void pruned.push(days),
  });
  return store;
}

describe('cleaning up', () => {
  it('is planned daily, beginning minutes after the start, and not planned anew by every start', async () => {
    const alarms = new FakeAlarms();
    await scheduleRetention(alarms);
    expect(alarms.created.get(RETENTION_ALARM)).toEqual({ delayInMinutes: 5, periodInMinutes: 1_440 });
    alarms.create(RETENTION_ALARM, { when: 1 });
    await scheduleRetention(alarms);
    expect(alarms.created.get(RETENTION_ALARM)).toEqual({ when: 1 });
  });

  it('lets the journal remove what is older than the rule for it says', async () => {
    bench.policy = { ...DEFAULT_POLICY, journalRetentionDays: 30 };
    await clean();
    expect(pruned).toEqual([30]);
  });

  it.each([
    [90, ['89', '1']],
    [1, []],
    [365, ['100', '89', '1']],
  ])('with %i days of retention keeps what is younger', async (retentionDays, kept) => {
    bench.policy = { ...DEFAULT_POLICY, retentionDays };
    bench.clock.set(TEN_O_CLOCK + 1);
    const days = [100, 89, 1];
    const messages = days.map((n) => seen(`${n}`, { sendTime: sendTime(TEN_O_CLOCK - n * DAY) }));
    await bench.start().record(room(1), messages);
    expect((await everything(await clean())).map(({ id }) => id)).toEqual(kept);
  });

  it('deletes a database that was set aside, but not within its first day', async () => {
    await bench.start().record(room(1), [seen('1')]);
    factory.failWith({ stage: 'open', error: 'NotReadableError', name: '-1' });
    await bench.start().record(room(1), [seen('2')]);
    await clean();
    expect(await factory.databases()).toHaveLength(2);
    bench.clock.advance(DAY);
    await clean();
    expect((await factory.databases()).map(({ name }) => name)).toEqual(['matta-sent-2']);
  });
});

describe('trying again to store', () => {
  it.each([
    ['full', true],
    ['refused', true],
    ['fine', false],
    ['rebuilt', false],
  ] as const)('is planned when the store is %s: %s', (state, planned) => {
    const alarms = new FakeAlarms();
    scheduleRetry(state, alarms);
    expect(alarms.created.has(RETRY_ALARM)).toBe(planned);
  });

  it('goes on until it has helped', async () => {
    const alarms = new FakeAlarms();
    const store = bench.start();
    const attempt = async () => {
      await alarms.clear(RETRY_ALARM);
      await retryUnsaved({ alarms, retryUnsaved: () => store.retryUnsaved(), state: () => store.state() });
      return alarms.created.has(RETRY_ALARM);
    };
    factory.failWith({ stage: 'open', error: 'SecurityError' });
    await store.record(room(1), [seen('1')]);
    expect(await attempt()).toBe(true);
    factory.failWith(null);
    expect(await attempt()).toBe(false);
    expect(await everything(store)).toHaveLength(1);
  });
});
