import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import { policyStore } from '../../../src/storage/policy-store.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';

const CHANGED: Policy = { ...DEFAULT_POLICY, marginSeconds: 120, language: 'th' };

function bench() {
  const area = new FakeStorageArea();
  return { area, store: policyStore(area) };
}

describe('the settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await bench().store.read()).toEqual(DEFAULT_POLICY);
  });

  it('are what was written', async () => {
    const { area, store } = bench();
    await store.write(CHANGED);
    expect(await policyStore(area).read()).toEqual(CHANGED);
  });

  it('that are damaged fall back field by field', async () => {
    const { area, store } = bench();
    await area.set({ policy: { ...CHANGED, marginSeconds: 'much' } });
    expect(await store.read()).toEqual({ ...CHANGED, marginSeconds: DEFAULT_POLICY.marginSeconds });
  });

  it('out of range are not written', async () => {
    const { store } = bench();
    await store.write(CHANGED);
    await expect(store.write({ ...CHANGED, marginSeconds: 301 })).rejects.toThrow();
    expect(await store.read()).toEqual(CHANGED);
  });

  it('are told to whoever watches, until the watch ends', async () => {
    const { area, store } = bench();
    const told: Policy[] = [];
    const watch = new AbortController();
    store.watch((policy) => told.push(policy), watch.signal);
    await store.write(CHANGED);
    await area.set({ 'account-names': [] });
    await area.remove('policy');
    watch.abort();
    await store.write(CHANGED);
    expect(told).toEqual([CHANGED, DEFAULT_POLICY]);
    expect(area.onChanged.listenerCount).toBe(0);
  });

  it('are not watched for when the watch has ended before it began', () => {
    const { area, store } = bench();
    store.watch(() => undefined, AbortSignal.abort());
    expect(area.onChanged.listenerCount).toBe(0);
  });
});
