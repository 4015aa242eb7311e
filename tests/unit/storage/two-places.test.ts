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

  it('has nothing either: there is neither', async () => {
    const get = async () => undefined;
    const signed = new SignedPolicy(places(SIGNED_POLICY, get), { now: () => TEN_O_CLOCK });
    expect(await signed.read()).toMatchObject({ layer: null, problems: [] });
    expect(readLock(await places(SETTINGS_LOCK, get).read())).toBeNull();
  });
});
