import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { gatePolicyFor, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import type { PolicyInForce } from '../../../src/domain/policy/policy-in-force.ts';
import { STRICTEST_GATE_POLICY } from '../../../src/domain/policy/strictest-policy.ts';
import { ManagedPolicy } from '../../../src/storage/managed-policy.ts';
import { placesOf, policyStore, SettingFixed } from '../../../src/storage/policy-store.ts';
import { SIGNED_POLICY } from '../../../src/storage/signed-policy.ts';
import { basicId } from '../../support/broadcasts.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { account } from '../../support/sent-messages.ts';
import { newSigner } from '../../support/signed-files.ts';

/** Gives nothing, and takes what it is given. */
class BrokenStorageArea extends FakeStorageArea {
  override async get(): Promise<Record<string, unknown>> {
    throw new Error('storage is out of order');
  }
}

const CHANGE = { marginSeconds: 120, language: 'th' } as const;
const CHANGED: Policy = { ...DEFAULT_POLICY, ...CHANGE };

async function bench(managedFields: object = {}) {
  const area = new FakeStorageArea();
  const managed = new FakeStorageArea();
  await managed.set({ ...managedFields });
  const store = policyStore(area, managed);
  return {
    area,
    managed,
    store,
    policy: async () => policyFor(await store.read()),
    set: (change: Partial<Policy>) => store.change((policy) => ({ ...policy, ...change })),
    setGate: (change: Partial<Policy['gate']>) =>
      store.change((policy) => ({ ...policy, gate: { ...policy.gate, ...change } })),
  };
}

describe('the settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await (await bench()).policy()).toEqual(DEFAULT_POLICY);
  });

  it('are what was chosen, and nothing else is kept', async () => {
    const { area, set, policy } = await bench();
    await set(CHANGE);
    expect(await policy()).toEqual(CHANGED);
    expect(area.peek('policy')).toEqual({ ...CHANGE, version: 2 });
  });

  it('are told of anew once the browser has given its policy, however late', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const [area, managed] = [new FakeStorageArea(), new FakeStorageArea()];
    let give: (fields: Record<string, unknown>) => void = () => undefined;
    const giving = new Promise<Record<string, unknown>>((resolve) => {
      give = resolve;
    });
    const store = policyStore(area, { onChanged: managed.onChanged, get: () => giving });
    await area.set({ policy: { version: 2, lock: 'off' } });
    const told: string[] = [];
    store.watch(({ rules }) => told.push(rules.lock.value), new AbortController().signal);
    const known = store.read('until-known');
    await vi.advanceTimersByTimeAsync(6_001);
    expect([(await known).rules.lock.value, told]).toEqual(['enforce', []]);
    give({});
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(told).toEqual(['off']));
  });

  it('are not let go by a file that somebody has put into the first place, while the second is late', async () => {
    const [supervisor, stranger] = await Promise.all([newSigner(), newSigner()]);
    const area = new FakeStorageArea();
    const factory = new IDBFactory();
    const file = await supervisor.file({ secondPerson: 'always' });
    await placesOf(area, factory, SIGNED_POLICY).write({ file, untold: null });
    await area.set({ [SIGNED_POLICY]: { file: await stranger.file({ leadMinutes: 1 }), untold: null } });
    const databases = factory.databases.bind(factory);
    factory.databases = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return databases();
    };
    const read = await policyStore(area, new FakeStorageArea(), factory).read('until-known');
    expect(policyFor(read).gate.secondPerson).toBe('always');
    expect(read.problems).toMatchObject([{ kind: 'altered' }]);
  });

  it('are strict while the second place does not answer, and what they are once it has, which is told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    let answer: (databases: []) => void = () => undefined;
    const factory = new IDBFactory();
    factory.databases = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const store = policyStore(new FakeStorageArea(), new FakeStorageArea(), factory);
    const told: number[] = [];
    const ended = new AbortController();
    store.watch(({ rules }) => void told.push(rules.largeAudience.value), ended.signal);
    const reading = store.read();
    await vi.advanceTimersByTimeAsync(3_001);
    expect((await reading).rules.largeAudience.value).toBe(1);
    answer([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([DEFAULT_POLICY.gate.largeAudience]);
    ended.abort();
  });

  it('keep what this version does not know', async () => {
    const { area, set } = await bench();
    await area.set({ policy: { version: 2, 'of-tomorrow': [1], accounts: { nobody: 7 } } });
    await set(CHANGE);
    expect(area.peek('policy')).toEqual({
      ...CHANGE,
      version: 2,
      'of-tomorrow': [1],
      accounts: { nobody: 7 },
    });
  });

  it('of the first form lose what nobody had chosen when they are written anew', async () => {
    const { area, set } = await bench();
    await area.set({ policy: { ...DEFAULT_POLICY, gate: { ...DEFAULT_POLICY.gate, coolDownSeconds: 9 } } });
    await set(CHANGE);
    expect(area.peek('policy')).toEqual({ ...CHANGE, coolDownSeconds: 9, version: 2 });
  });

  it('that are damaged fall back field by field', async () => {
    const { area, policy } = await bench();
    await area.set({ policy: { ...CHANGED, marginSeconds: 'much' } });
    expect(await policy()).toEqual({ ...CHANGED, marginSeconds: DEFAULT_POLICY.marginSeconds });
  });

  it('out of range are not written', async () => {
    const { area, set } = await bench();
    await set(CHANGE);
    await expect(set({ marginSeconds: 301, language: 'en' })).rejects.toThrow();
    expect(area.peek('policy')).toEqual({ ...CHANGE, version: 2 });
  });

  it('of one account are kept beside those of the others, and forgotten alone', async () => {
    const { area, set, store } = await bench();
    await set({ windows: { [account(1)]: { mode: 'hour' } } });
    await store.change((last) => ({
      ...last,
      windows: { ...last.windows, [account(2)]: { mode: 'hour' } },
    }));
    const both = { [account(1)]: { mode: 'hour' }, [account(2)]: { mode: 'hour' } };
    expect(area.peek('policy')).toMatchObject({ windows: both });
    await set({ windows: { [account(2)]: { mode: 'hour' } } });
    expect(area.peek('policy')).toEqual({ version: 2, windows: { [account(2)]: { mode: 'hour' } } });
  });
});

describe('what an administrator brings', () => {
  it('holds, whatever was chosen before and whatever somebody writes into the storage', async () => {
    const { area, policy } = await bench({ largeAudience: 100, lock: 'enforce' });
    await area.set({ policy: { version: 2, largeAudience: 5_000, lock: 'off', language: 'en' } });
    const { gate, language } = await policy();
    expect([gate.largeAudience, gate.lock, language]).toEqual([100, 'enforce', 'en']);
  });

  it('cannot be loosened by a change, which is then refused whole', async () => {
    const { area, setGate } = await bench({ largeAudience: 100 });
    await expect(setGate({ largeAudience: 101, coolDownSeconds: 9 })).rejects.toThrow(SettingFixed);
    expect(area.peek('policy')).toBeUndefined();
    await setGate({ largeAudience: 50 });
    expect(area.peek('policy')).toEqual({ version: 2, largeAudience: 50 });
  });

  it('can be a recommendation, which is not copied into what the operator chose', async () => {
    const { area, policy, setGate } = await bench({
      defaults: { checkLevels: { 'ab-test': 'block' }, coolDownSeconds: 30 },
    });
    const { gate } = await policy();
    expect([gate.checkLevels['ab-test'], gate.coolDownSeconds]).toEqual(['block', 30]);
    await setGate({ checkLevels: { ...gate.checkLevels, 'voom-on': 'block' } });
    expect(area.peek('policy')).toEqual({ version: 2, checkLevels: { 'voom-on': 'block' } });
    await setGate({ coolDownSeconds: 3 });
    expect((await policy()).gate.coolDownSeconds).toBe(3);
  });

  it('holds for the account that it names', async () => {
    const { store } = await bench({ accounts: { '@bakery': { secondPerson: 'always' } } });
    const gateOf = async (name: string | null) =>
      gatePolicyFor(await store.read(), name === null ? null : basicId(name)).secondPerson;
    expect([await gateOf('@bakery'), await gateOf('@sushi'), await gateOf(null)]).toEqual([
      'always',
      'never',
      'always',
    ]);
  });

  it('holds where nothing else can be read, all else is as strict as can be, and nothing is written', async () => {
    const { managed } = await bench({ coolDownSeconds: 9, contactNames: ['佐藤'] });
    const broken = new BrokenStorageArea();
    const store = policyStore(broken, managed);
    const { gate, ...others } = policyFor(await store.read());
    expect(gate).toEqual({ ...STRICTEST_GATE_POLICY, contactNames: ['佐藤'] });
    // Nothing is removed that could not be brought back.
    const expected = { ...DEFAULT_POLICY, journalRetentionDays: 3_650 };
    expect({ ...others, gate: DEFAULT_POLICY.gate }).toEqual(expected);
    await expect(store.change((policy) => ({ ...policy, ...CHANGE }))).rejects.toThrow('out of order');
    const noted: unknown[] = [];
    const keeping = new ManagedPolicy(broken, managed).keep(async (event) => void noted.push(event));
    await expect(keeping).rejects.toThrow('out of order');
    expect([broken.writes, noted]).toEqual([0, []]);
  });

  it('stays what it was where it cannot be read any more, unless the browser gives something stricter', async () => {
    const { area, managed, store, set, policy } = await bench({ override: 'never', largeAudience: 100 });
    await set(CHANGE);
    const before = await policy();
    area.get = () => Promise.reject(new Error('out of order'));
    expect(await policy()).toEqual(before);
    await managed.set({ override: 'reason', largeAudience: 50 });
    expect((await policy()).gate).toEqual({ ...before.gate, largeAudience: 50 });
    expect((await store.read()).rules.override.value).toBe('never');
  });

  it('says why each value holds, and what is wrong', async () => {
    const { store } = await bench({ largeAudience: 100, lock: 'sometimes' });
    const { rules, problems } = await store.read();
    expect(rules.largeAudience).toMatchObject({ from: 'managed-locked', isFixed: true });
    expect([rules.lock.value, problems]).toEqual([
      'enforce',
      [{ kind: 'invalid', key: 'lock', account: null, part: null }],
    ]);
  });
});

describe('whoever watches', () => {
  it('is told of every change of either, until the watch ends', async () => {
    const { area, managed, store, set } = await bench();
    const told: PolicyInForce[] = [];
    const watch = new AbortController();
    store.watch((policy) => told.push(policy), watch.signal);
    const news = async () => {
      await vi.waitFor(() => expect(told).not.toEqual([]));
      return told.splice(0).map(policyFor).at(-1);
    };
    await set(CHANGE);
    expect(await news()).toEqual(CHANGED);
    await managed.set({ marginSeconds: 200 });
    expect(await news()).toEqual({ ...CHANGED, marginSeconds: 200 });
    await area.remove('policy');
    expect(await news()).toEqual({ ...DEFAULT_POLICY, marginSeconds: 200 });
    watch.abort();
    await set({ language: 'ja' });
    expect(told).toEqual([]);
    expect([area.onChanged.listenerCount, managed.onChanged.listenerCount]).toEqual([0, 0]);
  });

  it('is not told of what has nothing to do with it', async () => {
    const { area, store } = await bench();
    let told = 0;
    store.watch(() => told++, new AbortController().signal);
    await area.set({ 'account-names': [] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(0);
  });

  it('hears nothing when the watch has ended before it began', async () => {
    const { area, managed, store } = await bench();
    store.watch(() => undefined, AbortSignal.abort());
    expect([area.onChanged.listenerCount, managed.onChanged.listenerCount]).toEqual([0, 0]);
  });
});
