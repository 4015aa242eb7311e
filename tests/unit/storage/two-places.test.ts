import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { KeptValues } from '../../../src/platform/kept-values.ts';
import { readLock, SETTINGS_LOCK } from '../../../src/storage/settings-lock.ts';
import { SIGNED_POLICY, SignedPolicy } from '../../../src/storage/signed-policy.ts';
import { TwoPlaces } from '../../../src/storage/two-places.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';

const SECONDS: readonly (readonly [string, KeptValues['get']])[] = [
  ['fails', () => Promise.reject(new Error('the database is out of order'))],
  ['never answers', () => new Promise(() => undefined)],
];

function places(name: string, get: KeptValues['get']) {
  return new TwoPlaces(new FakeStorageArea(), { get, put: async () => {}, remove: async () => {} }, name);
}

/** What comes when nobody waits in real time. */
async function soon<T>(reading: () => Promise<T>): Promise<T> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const read = reading();
  await vi.advanceTimersByTimeAsync(10_000);
  return read;
}

describe('a first place with nothing, beside a second one that', () => {
  it.each(SECONDS)('%s: signed rules are as strict as can be', async (_what, get) => {
    const signed = new SignedPolicy(places(SIGNED_POLICY, get), { now: () => TEN_O_CLOCK });
    const { layer, problems } = await soon(() => signed.read());
    expect(layer?.rules).toMatchObject({ lock: 'enforce', largeAudience: 1 });
    expect(problems).toMatchObject([{ kind: 'altered' }]);
  });

  it.each(SECONDS)('%s: the settings are locked', async (_what, get) => {
    const read = await soon(() => places(SETTINGS_LOCK, get).read());
    expect(readLock(read)).toBe('damaged');
  });

  it('answers late is told of once, and then it counts', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let answer: (value: unknown) => void = () => undefined;
    const answering = new Promise((resolve) => {
      answer = resolve;
    });
    const both = places(SETTINGS_LOCK, () => answering);
    const told = vi.fn();
    const ended = new AbortController();
    both.onLate(told, ended.signal);
    const readings = [both.read(), both.read()];
    await vi.advanceTimersByTimeAsync(3_001);
    expect((await Promise.all(readings)).map(readLock)).toEqual(['damaged', 'damaged']);
    expect(told).not.toHaveBeenCalled();
    answer(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledTimes(1);
    expect(readLock(await both.read())).toBeNull();
  });

  it('answers in time, or fails late, is not told of', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const slow =
      (get: KeptValues['get'], ms: number): KeptValues['get'] =>
      async (name) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return get(name);
      };
    const told = vi.fn();
    const failing = () => Promise.reject(new Error('out of order'));
    for (const get of [slow(async () => undefined, 2_900), slow(failing, 3_500)]) {
      const both = places(SETTINGS_LOCK, get);
      both.onLate(told, new AbortController().signal);
      const reading = both.read();
      await vi.advanceTimersByTimeAsync(10_000);
      await reading;
    }
    expect(told).not.toHaveBeenCalled();
  });

  it('has nothing either: there is neither', async () => {
    const get = async () => undefined;
    const signed = new SignedPolicy(places(SIGNED_POLICY, get), { now: () => TEN_O_CLOCK });
    expect(await signed.read()).toMatchObject({ layer: null, problems: [] });
    expect(readLock(await places(SETTINGS_LOCK, get).read())).toBeNull();
  });
});
