import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import { PassphraseNeeded, placesOf, policyStore } from '../../../src/storage/policy-store.ts';
import { SETTINGS_LOCK, SettingsLock } from '../../../src/storage/settings-lock.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';

const RIGHT = '開けゴマの合言葉';
const MINUTE = 60_000;

function bench() {
  const local = new FakeStorageArea();
  const factory = new IDBFactory();
  let now = 0;
  const start = () => {
    now = 0;
    return new SettingsLock({
      places: placesOf(local, factory, SETTINGS_LOCK),
      sinceStart: () => now,
      rounds: 10,
    });
  };
  const store = policyStore(local, new FakeStorageArea(), factory);
  return {
    local,
    start,
    store,
    pass: (ms: number) => {
      now += ms;
    },
    set: (change: Partial<Policy['gate']>, isOpen?: boolean) =>
      store.change((policy) => ({ ...policy, gate: { ...policy.gate, ...change } }), isOpen),
    setSecond: (value: unknown) => placesOf(new FakeStorageArea(), factory, SETTINGS_LOCK).write(value),
  };
}
async function locked() {
  const computer = bench();
  const lock = computer.start();
  await lock.change(null, RIGHT);
  return { ...computer, lock };
}
async function fail(lock: SettingsLock, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await lock.attempt('違う合言葉です');
}

describe('the passphrase', () => {
  it('is set, opens, is changed by the old one alone, and is removed by it', async () => {
    const { lock } = await locked();
    expect(await lock.attempt(RIGHT)).toBe('right');
    expect(await lock.attempt(` ${RIGHT}`)).toBe('wrong');
    expect(await lock.change(null, '別の合言葉です')).toBe('wrong');
    expect(await lock.change(RIGHT, '別の合言葉です')).toBe('right');
    expect(await lock.attempt(RIGHT)).toBe('wrong');
    expect(await lock.change(RIGHT, null)).toBe('wrong');
    expect(await lock.change('別の合言葉です', null)).toBe('right');
    expect(await lock.state()).toEqual({ lock: 'none', waitMs: 0 });
  });

  it('is the same from another keyboard', async () => {
    const { lock, start } = await locked();
    await lock.change(RIGHT, 'ﾊﾟﾝ屋 ABC 12');
    expect(await start().attempt('パン屋 ＡＢＣ １２')).toBe('right');
  });

  it('is not stored', async () => {
    const { local } = await locked();
    expect(JSON.stringify(local.peek(SETTINGS_LOCK))).not.toContain(RIGHT);
    expect(local.peek(SETTINGS_LOCK)).toMatchObject({ rounds: 10, wrong: 0 });
  });

  it('costs a growing wait after five wrong tries, in which the right one is not looked at either', async () => {
    const { lock, pass } = await locked();
    await fail(lock, 4);
    expect(await lock.attempt(RIGHT)).toBe('right');
    await fail(lock, 5);
    expect(await lock.attempt(RIGHT)).toBe('wait');
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const { waitMs } = await lock.state();
      waits.push(waitMs / 1_000);
      pass(waitMs - 1);
      expect(await lock.attempt(RIGHT)).toBe('wait');
      pass(1);
      await fail(lock, 1);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    pass(15 * MINUTE);
    expect(await lock.attempt(RIGHT)).toBe('right');
    expect(await lock.attempt('違う合言葉です')).toBe('wrong');
  });

  it('is tried a hundred times with restarts between: only five and one for each wait are looked at', async () => {
    const { lock, start, local, pass } = await locked();
    await fail(lock, 100);
    const looked = () => Number(Object(local.peek(SETTINGS_LOCK)).wrong);
    expect(looked()).toBe(5);
    // A restart begins the wait anew, whatever clock the computer shows.
    for (let n = 0; n < 50; n += 1) await fail(start(), 2);
    expect(looked()).toBe(5);
    const last = start();
    for (let n = 0; n < 100; n += 1) {
      pass(15 * MINUTE);
      await fail(last, 3);
    }
    expect(looked()).toBe(105);
    expect(await last.attempt(RIGHT)).toBe('wait');
  });

  it('is counted before it is looked at, so that a killed worker saves no try', async () => {
    const { lock, local } = await locked();
    const counts: number[] = [];
    local.onChanged.addListener((changes) =>
      counts.push(Object(Object(changes[SETTINGS_LOCK]).newValue).wrong),
    );
    await lock.attempt(RIGHT);
    expect(counts).toEqual([1, 0]);
  });

  it('of which one place is emptied or damaged still lies before the settings, with its wrong tries', async () => {
    const { lock, start, local, setSecond } = await locked();
    await fail(lock, 5);
    const kept = local.peek(SETTINGS_LOCK);
    await local.remove(SETTINGS_LOCK);
    expect(await start().state()).toMatchObject({ lock: 'set', waitMs: 30_000 });
    await local.set({ [SETTINGS_LOCK]: kept });
    await setSecond({ salt: 1 });
    expect(await start().state()).toMatchObject({ lock: 'set', waitMs: 30_000 });
  });

  it('is that of the database, whatever somebody writes into the other place', async () => {
    const { start, local, set } = await locked();
    const forger = bench();
    await forger.start().change(null, '自分の合言葉です');
    const forged = { ...Object(forger.local.peek(SETTINGS_LOCK)), wrong: 0, edition: 99 };
    await local.set({ [SETTINGS_LOCK]: forged });
    expect(await start().attempt('自分の合言葉です')).toBe('wrong');
    await local.set({ [SETTINGS_LOCK]: forged });
    expect(await start().change('自分の合言葉です', null)).toBe('wrong');
    await expect(set({ largeAudience: 5_000 })).rejects.toThrow(PassphraseNeeded);
    expect(await start().attempt(RIGHT)).toBe('right');
  });

  it('that is damaged in both places is opened by nobody', async () => {
    const { start, local, setSecond, set } = await locked();
    await setSecond('x');
    await local.set({ [SETTINGS_LOCK]: { version: 1, rounds: 1e12 } });
    expect(await start().state()).toEqual({ lock: 'damaged', waitMs: 0 });
    expect(await start().attempt(RIGHT)).toBe('wrong');
    expect(await start().change(null, RIGHT)).toBe('wrong');
    await expect(set({ largeAudience: 5_000 })).rejects.toThrow(PassphraseNeeded);
  });
});

describe('settings behind a passphrase', () => {
  it.each<[string, Partial<Policy['gate']>]>([
    ['a laxer number', { largeAudience: 1_001 }],
    ['a laxer layer', { lock: 'observe' }],
    ['less quiet time', { quietHours: { from: 0, to: 0 } }],
    ['a stricter and a laxer value together', { largeAudience: 10, coolDownSeconds: 1 }],
    ['a value of which nobody knows what is stricter', { correctionText: 'お詫びします' }],
  ])('need it for %s', async (_what, change) => {
    const { set, local } = await locked();
    await expect(set(change)).rejects.toThrow(PassphraseNeeded);
    expect(local.peek('policy')).toBeUndefined();
    await set(change, true);
    expect(local.peek('policy')).toMatchObject(change);
  });

  it('may be made stricter, and be read in another language, without it', async () => {
    const { set, store, local } = await locked();
    await set({ largeAudience: 10, coolDownSeconds: 30, cautionWords: ['必ず'] });
    await store.change((policy) => ({ ...policy, language: 'th' }));
    expect(local.peek('policy')).toMatchObject({ largeAudience: 10, cautionWords: ['必ず'], language: 'th' });
    await expect(set({ cautionWords: [] })).rejects.toThrow(PassphraseNeeded);
  });

  it('without one are as free as before', async () => {
    const { set, store } = bench();
    await set({ largeAudience: 5_000 });
    await store.change(() => DEFAULT_POLICY);
  });
});
