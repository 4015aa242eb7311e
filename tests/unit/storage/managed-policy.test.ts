import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ManagedPolicy, type NotePolicy } from '../../../src/storage/managed-policy.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';

function bench() {
  const local = new FakeStorageArea();
  const managed = new FakeStorageArea();
  const noted: Parameters<NotePolicy>[0][] = [];
  const store = new ManagedPolicy(local, managed);
  return {
    local,
    managed,
    noted,
    /** What a worker does at its start and after a change. */
    keep: () => store.keep(async (event) => void noted.push(event)),
    store,
    rules: async () => (await store.read()).locked.rules,
  };
}
const LOCKED = { largeAudience: 500, lock: 'enforce' };

describe('a policy that an administrator brings', () => {
  it('is written down once, by its names and its hash', async () => {
    const { managed, noted, keep } = bench();
    await keep();
    expect(noted).toEqual([]);
    await managed.set(LOCKED);
    await Promise.all([keep(), keep()]);
    await keep();
    const after = noted[0]?.after;
    expect(after).toMatch(/^[0-9a-f]{64}$/);
    expect(noted).toMatchObject([
      { kind: 'policy', before: null, after, keys: ['lock', 'largeAudience'], kept: [] },
    ]);
    expect(noted[0]).not.toHaveProperty('origin');
    await managed.set({ largeAudience: 400 });
    await keep();
    expect(noted.slice(1)).toMatchObject([{ before: after, keys: ['largeAudience'], kept: [] }]);
  });

  it('is written down with the values before and after, of recommendations and single accounts as well', async () => {
    const { managed, noted, keep } = bench();
    await managed.set({ ...LOCKED, defaults: { coolDownSeconds: 9 } });
    await keep();
    await managed.set({
      largeAudience: 400,
      accounts: { '@bakery': { leadMinutes: 30 } },
      defaults: { coolDownSeconds: 3 },
    });
    await keep();
    const none = { account: null, before: null };
    expect(noted.map(({ changes }) => changes)).toEqual([
      [
        { ...none, rule: 'lock', after: 'enforce' },
        { ...none, rule: 'largeAudience', after: '500' },
        { ...none, rule: 'coolDownSeconds', after: '9', isDefault: true },
      ],
      [
        { rule: 'largeAudience', account: null, before: '500', after: '400' },
        { rule: 'leadMinutes', account: '@bakery', before: null, after: '30' },
        { rule: 'coolDownSeconds', account: null, before: '9', after: '3', isDefault: true },
      ],
    ]);
  });

  it('that only lost a field has changed no value', async () => {
    const { managed, noted, keep } = bench();
    await managed.set(LOCKED);
    await keep();
    await managed.remove('largeAudience');
    await keep();
    expect(noted[1]).toMatchObject({ kept: ['largeAudience'], changes: [] });
  });

  it('that loses a field keeps it, and says so once', async () => {
    const { managed, noted, keep, rules } = bench();
    await managed.set(LOCKED);
    await keep();
    await managed.remove('largeAudience');
    expect(await rules()).toEqual(LOCKED);
    await keep();
    await keep();
    expect(noted.slice(1)).toMatchObject([{ keys: ['largeAudience'], kept: ['largeAudience'] }]);
    expect(await rules()).toEqual(LOCKED);
  });

  it('that is taken away holds on, and so it does when the browser gives no policy at all', async () => {
    const { local, managed, noted, keep, rules, store } = bench();
    await managed.set(LOCKED);
    await keep();
    await managed.remove(['largeAudience', 'lock']);
    await keep();
    expect(await rules()).toEqual(LOCKED);
    expect((await store.read()).problems).toMatchObject([{ kind: 'gone' }]);
    expect(noted.slice(1)).toMatchObject([
      { after: null, keys: ['lock', 'largeAudience'], kept: ['lock', 'largeAudience'] },
    ]);
    const silent = {
      get: () => Promise.reject(new Error('no policy here')),
      onChanged: managed.onChanged,
    };
    expect((await new ManagedPolicy(local, silent).read()).locked.rules).toEqual(LOCKED);
  });

  it('holds also where the journal cannot be written, which is told the next time', async () => {
    const { local, managed, noted, keep, rules } = bench();
    await managed.set(LOCKED);
    const broken = new ManagedPolicy(local, managed).keep(() => Promise.reject(new Error('full')));
    await expect(broken).rejects.toThrow('full');
    await managed.remove('largeAudience');
    expect(await rules()).toEqual(LOCKED);
    await keep();
    expect(noted).toMatchObject([{ before: null, keys: ['lock'], kept: ['largeAudience'] }]);
    const values = noted[0]?.changes?.map(({ rule, before, after }) => [rule, before, after]);
    expect(values).toEqual([
      ['lock', null, 'enforce'],
      ['largeAudience', null, '500'],
    ]);
    expect(local.peek('managed-policy')).not.toHaveProperty('told');
  });

  it('that was altered where it is remembered is as strict as can be, and what is given holds', async () => {
    const { local, managed, keep, rules } = bench();
    await managed.set(LOCKED);
    await keep();
    const memory = Object(local.peek('managed-policy'));
    await local.set({ 'managed-policy': { ...memory, fields: { largeAudience: 9_999, lock: 'off' } } });
    expect(await rules()).toEqual(LOCKED);
    await managed.remove(['largeAudience', 'lock']);
    expect(await rules()).toEqual({ largeAudience: 1, lock: 'enforce' });
  });

  it('is remembered anew where it was altered, without news for the journal', async () => {
    const { local, managed, noted, keep } = bench();
    await managed.set(LOCKED);
    await keep();
    const memory = Object(local.peek('managed-policy'));
    await local.set({ 'managed-policy': { ...memory, fields: { lock: 'off' } } });
    await keep();
    expect(local.peek('managed-policy')).toEqual(memory);
    expect(noted).toHaveLength(1);
  });

  const BROKEN: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'lock'],
    ['an empty object', {}],
    ['other fields', { fields: 1, hash: 'x' }],
  ];

  it.each(BROKEN)('holds beside a memory that is %s, and mends it', async (_what, memory) => {
    const { local, managed, keep, rules } = bench();
    await managed.set(LOCKED);
    await local.set({ 'managed-policy': memory });
    expect(await rules()).toEqual(LOCKED);
    await keep();
    expect(local.peek('managed-policy')).toMatchObject({ fields: LOCKED });
  });

  it.each(BROKEN)(
    'is as strict as can be where its memory is %s and nothing is given',
    async (_what, memory) => {
      const { local, noted, keep, store } = bench();
      await local.set({ 'managed-policy': memory });
      const { locked, problems } = await store.read();
      expect(locked.rules).toMatchObject({ lock: 'enforce', secondPerson: 'always', largeAudience: 1 });
      expect(problems).toMatchObject([{ kind: 'forgotten' }]);
      // It stays what it is: an empty one in its place would say that there was never a policy.
      await keep();
      expect(local.peek('managed-policy')).toEqual(memory);
      expect(noted).toEqual([]);
    },
  );

  describe('of a browser that has just been started', () => {
    /** Nothing is remembered, and the browser has not answered. */
    function starting() {
      vi.useFakeTimers();
      onTestFinished(() => void vi.useRealTimers());
      let give: (fields: Record<string, unknown>) => void = () => undefined;
      const giving = new Promise<Record<string, unknown>>((resolve) => {
        give = resolve;
      });
      const { local, managed } = bench();
      const store = new ManagedPolicy(local, { onChanged: managed.onChanged, get: () => giving });
      return { store, give: (fields: Record<string, unknown>) => give(fields) };
    }
    /** What came of a reading so far. */
    const watched = (reading: Promise<{ readonly locked: { readonly rules: object } }>) => {
      const seen: object[] = [];
      void reading.then(({ locked }) => void seen.push(locked.rules));
      return seen;
    };

    it('is waited for where something is let go by it, and is not where it is only shown', async () => {
      const { store, give } = starting();
      const known = watched(store.read('until-known'));
      const shown = watched(store.read());
      await vi.advanceTimersByTimeAsync(151);
      expect([shown, known]).toEqual([[{}], []]);
      await vi.advanceTimersByTimeAsync(4_800);
      const again = watched(store.read());
      await vi.advanceTimersByTimeAsync(0);
      expect([again, known]).toEqual([[{}], []]);
      give(LOCKED);
      await vi.advanceTimersByTimeAsync(0);
      expect(known).toEqual([LOCKED]);
    });

    it('that never answers leaves nothing laxer than the standards, after six seconds for all together', async () => {
      const { store } = starting();
      const first = watched(store.read('until-known'));
      await vi.advanceTimersByTimeAsync(3_000);
      const later = watched(store.read('until-known'));
      await vi.advanceTimersByTimeAsync(3_001);
      for (const [rules] of [first, later]) {
        expect(rules).toMatchObject({
          lock: 'enforce',
          network: 'enforce',
          coolDownSeconds: 5,
          override: 'reason',
        });
      }
    });

    it('is told of once when it is another than somebody went on with, and not where nothing differs or all have waited', async () => {
      const { store, give } = starting();
      let told = 0;
      store.onLate(() => told++, new AbortController().signal);
      const [known, other] = [watched(store.read('until-known')), watched(store.read('until-known'))];
      await vi.advanceTimersByTimeAsync(6_001);
      expect([known, other, told]).toMatchObject([[{ lock: 'enforce' }], [{ lock: 'enforce' }], 0]);
      give({});
      await vi.advanceTimersByTimeAsync(0);
      expect(told).toBe(1);
      expect((await store.read('until-known')).locked.rules).toEqual({});
      expect(told).toBe(1);

      const shown = starting();
      shown.store.onLate(() => told++, new AbortController().signal);
      void shown.store.read();
      await vi.advanceTimersByTimeAsync(151);
      shown.give({});
      await vi.advanceTimersByTimeAsync(0);
      expect(told).toBe(1);

      const changed = starting();
      changed.store.onLate(() => told--, new AbortController().signal);
      void changed.store.read();
      await vi.advanceTimersByTimeAsync(151);
      changed.give(LOCKED);
      await vi.waitFor(() => expect(told).toBe(0));
      told = 1;

      const patient = starting();
      patient.store.onLate(() => told++, new AbortController().signal);
      const waiting = watched(patient.store.read('until-known'));
      patient.give({});
      await vi.advanceTimersByTimeAsync(10_000);
      expect([waiting, told]).toEqual([[{}], 1]);
    });

    it('and has none, waits for nobody once it has said so', async () => {
      const { store, give } = starting();
      give({});
      expect((await store.read('until-known')).locked.rules).toEqual({});
      expect((await store.read()).locked.rules).toEqual({});
    });
  });

  it('that a starting browser takes seconds to give is waited for once and shortly; what is remembered holds', async () => {
    const { local, managed, keep } = bench();
    await managed.set(LOCKED);
    await keep();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let give: (fields: Record<string, unknown>) => void = () => undefined;
    const slow = new Promise<Record<string, unknown>>((resolve) => {
      give = resolve;
    });
    const started = new ManagedPolicy(local, { onChanged: managed.onChanged, get: () => slow });
    const first = started.read();
    await vi.advanceTimersByTimeAsync(200);
    expect((await first).locked.rules).toEqual(LOCKED);
    // No timer runs any more: whoever waited again would wait for ever.
    expect((await started.read()).locked.rules).toEqual(LOCKED);
    give({ ...LOCKED, largeAudience: 300 });
    await vi.advanceTimersByTimeAsync(0);
    expect((await started.read()).locked.rules).toEqual({ ...LOCKED, largeAudience: 300 });
  });
});
