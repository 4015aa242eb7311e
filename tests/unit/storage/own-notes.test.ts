import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { PolicyEvent } from '../../../src/domain/journal/policy-event.ts';
import type { Policy } from '../../../src/domain/policy/policy.ts';
import type { RuleBook } from '../../../src/domain/policy/rules.ts';
import { OWN_NOTED, OwnNotes } from '../../../src/storage/own-notes.ts';
import { placesOf, policyStore } from '../../../src/storage/policy-store.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';

function bench() {
  const local = new FakeStorageArea();
  const factory = new IDBFactory();
  const noted: PolicyEvent[] = [];
  let defaults: RuleBook = { rules: {}, accounts: {} };
  let isFull = false;
  const start = () =>
    new OwnNotes({
      local,
      places: placesOf(local, factory, OWN_NOTED),
      defaults: async () => defaults,
      note: async (event) => {
        if (isFull) throw new Error('full');
        noted.push(event);
      },
    });
  const store = policyStore(local, new FakeStorageArea(), factory);
  /** A worker that lives: it hears what the browser tells. */
  const live = () => {
    const notes = start();
    const heard: Promise<unknown>[] = [];
    local.onChanged.addListener((changes) => heard.push(notes.hear(changes).catch(() => undefined)));
    return { notes, settled: () => Promise.all(heard) };
  };
  return {
    local,
    factory,
    noted,
    start,
    live,
    recommend: (rules: RuleBook['rules']) => {
      defaults = { rules, accounts: {} };
    },
    fill: (full: boolean) => {
      isFull = full;
    },
    /** What the options page does. */
    gate: (change: Partial<Policy['gate']>) =>
      store.change((policy) => ({ ...policy, gate: { ...policy.gate, ...change } })),
    /** What somebody does with the browser's own tools. */
    write: (own: object) => local.set({ policy: { version: 2, ...own } }),
    said: () =>
      noted.map(({ changes }) => changes?.map(({ rule, before, after }) => `${rule} ${before} → ${after}`)),
  };
}

describe('the operator’s own settings', () => {
  it('are in the journal with their values before and after, and by whom', async () => {
    const { live, gate, noted, said } = bench();
    const { settled } = live();
    await gate({ largeAudience: 500 });
    await settled();
    await gate({ largeAudience: 700, lock: 'off' });
    await settled();
    expect(said()).toEqual([['largeAudience 1000 → 500'], ['lock enforce → off', 'largeAudience 500 → 700']]);
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(noted[0]).toMatchObject({ kind: 'policy', origin: 'own', before: null, after: digest, kept: [] });
    expect(noted[1]?.before).toBe(noted[0]?.after);
    expect(noted[1]?.keys).toEqual(['lock', 'largeAudience']);
  });

  it('are compared with what is recommended here, not with what Matta came with', async () => {
    const { live, recommend, gate, said } = bench();
    recommend({ coolDownSeconds: 20 });
    const { settled } = live();
    await gate({ coolDownSeconds: 3 });
    await settled();
    expect(said()).toEqual([['coolDownSeconds 20 → 3']]);
  });

  it('are told when something else than a page of Matta’s wrote them', async () => {
    const { live, write, local, said } = bench();
    const { settled } = live();
    await write({ lock: 'off', accounts: { '@bakery': { secondPerson: 'always' } } });
    await local.remove('policy');
    await settled();
    expect(said()).toEqual([
      ['lock enforce → off', 'secondPerson never → always'],
      ['lock off → enforce', 'secondPerson always → never'],
    ]);
  });

  it('that were changed while the worker slept are told at its next start, once', async () => {
    const { start, write, said } = bench();
    await start().keep();
    await write({ lock: 'off' });
    await start().keep();
    await start().keep();
    expect(said()).toEqual([['lock enforce → off']]);
  });

  it('that were changed and changed back before the worker woke are told both times', async () => {
    const { start, write, said, local } = bench();
    const told: Record<string, unknown>[] = [];
    local.onChanged.addListener((changes) => told.push(changes));
    await write({ lock: 'off' });
    await write({});
    const notes = start();
    await notes.keep();
    for (const changes of told) await notes.hear(changes);
    expect(said()).toEqual([['lock enforce → off'], ['lock off → enforce']]);
  });

  it('are not told twice where the start has seen a change before the browser told of it', async () => {
    const { start, write, said, local } = bench();
    const told: Record<string, unknown>[] = [];
    local.onChanged.addListener((changes) => told.push(changes));
    await write({ lock: 'off' });
    await write({ lock: 'observe' });
    const notes = start();
    await notes.keep();
    for (const changes of told) await notes.hear(changes);
    expect(said()).toEqual([['lock enforce → observe']]);
  });

  it('cannot be slipped past the journal by an edit of what it knew in storage.local', async () => {
    const { start, write, local, said } = bench();
    await write({ marginSeconds: 90 });
    await start().keep();
    const lax = { version: 2, lock: 'off' };
    await local.set({ policy: lax, [OWN_NOTED]: lax });
    await start().keep();
    expect(said().at(-1)).toEqual(['lock enforce → off', 'marginSeconds 90 → 60']);
  });

  it('that the journal could not take are told later', async () => {
    const { live, write, said, fill, start } = bench();
    fill(true);
    const { settled } = live();
    await write({ lock: 'off' });
    await settled();
    fill(false);
    await start().keep();
    expect(said()).toEqual([['lock enforce → off']]);
  });

  it('are told even where nobody can tell what the journal knew', async () => {
    const { local, factory, noted } = bench();
    const places = placesOf(local, factory, OWN_NOTED);
    places.readBoth = () => Promise.reject(new Error('out of order'));
    const notes = new OwnNotes({
      local,
      places,
      defaults: async () => ({ rules: {}, accounts: {} }),
      note: async (event) => void noted.push(event),
    });
    await notes.hear({ policy: { newValue: { version: 2, lock: 'off' } } });
    expect(noted).toHaveLength(1);
  });

  it('are nothing for the journal where nothing is chosen, or other keys change', async () => {
    const { start, noted, local } = bench();
    await start().keep();
    await start().hear({ mirror: { newValue: 1 } });
    await local.set({ policy: { version: 2, unheardOf: 1 } });
    await start().keep();
    expect(noted).toEqual([]);
  });
});
