import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  BEGINNING,
  type ChainVerdict,
  entryText,
  readEntry,
  sealEntry,
  verifyChain,
} from '../../../../src/domain/journal/chain.ts';
import { eventSchema, type StoredEntry, storedEntrySchema } from '../../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../../src/platform/digest.ts';
import { COUNTS, chainOf, EVERY_EVENT, entryOf, typedEvent } from '../../../support/journal-entries.ts';

let chain: readonly StoredEntry[];
beforeAll(async () => {
  chain = await chainOf(EVERY_EVENT);
});
const at = (index: number, of = chain): StoredEntry => {
  const entry = of.at(index);
  if (entry === undefined) throw new RangeError(`no entry ${index}`);
  return entry;
};
const resealed = async (stored: StoredEntry): Promise<StoredEntry> => {
  const entry = readEntry(stored);
  if (entry === null) throw new TypeError('no entry');
  return sealEntry({ ...entry, at: entry.at + 1 }, sha256);
};

describe('the text of an entry', () => {
  it('is read as the entry that it was written from, whatever its kind', () => {
    const kinds = eventSchema.options.map((option) => option.entries.kind.literal);
    expect([...new Set(EVERY_EVENT.map(({ kind }) => kind))]).toEqual(kinds);
    for (const event of EVERY_EVENT) {
      const entry = entryOf(event);
      expect(readEntry({ text: entryText(entry) })).toEqual(entry);
    }
  });

  it('is read back whatever somebody typed, and its bytes are unambiguous', async () => {
    await fc.assert(
      fc.asyncProperty(typedEvent, async (event) => {
        const entry = entryOf(event);
        const sealed = await sealEntry(entry, sha256);
        expect(readEntry(sealed)).toEqual(entry);
        expect(v.is(storedEntrySchema, sealed)).toBe(true);
        expect(new TextDecoder().decode(new TextEncoder().encode(sealed.text))).toBe(sealed.text);
      }),
    );
  });

  it('has its fields in one order, however the entry was put together', () => {
    const entry = entryOf({ kind: 'caught', by: 'people' });
    const reversed = Object.fromEntries(Object.entries(entry).reverse()) as typeof entry;
    expect(entryText(reversed)).toBe(entryText(entry));
  });

  it.each(['', '{', '{}', 'null', '[]', '{"v":2}'])('that says no entry (%s) is none', (text) => {
    expect(readEntry({ text })).toBeNull();
  });

  it('fits into what is kept, also at its longest', () => {
    const half = '\ud83c';
    const longest = entryOf({
      kind: 'released',
      broadcast: COUNTS,
      sketch: Array.from({ length: 64 }, () => 2 ** 32 - 1),
      reasons: Array.from({ length: 60 }, () => ({ check: half.repeat(60), text: half.repeat(200) })),
      person: half.repeat(200),
      tookMs: 1,
    });
    const stored = { seq: 1, text: entryText(longest), hash: BEGINNING.hash };
    expect(v.is(storedEntrySchema, stored)).toBe(true);
    expect(readEntry(stored)).toEqual(longest);
  });
});

describe('a journal', () => {
  const verify = (entries: readonly StoredEntry[], head: StoredEntry | null = at(-1)) =>
    verifyChain(entries, head, sha256);

  it('as it was written is whole, and tells of its gaps', async () => {
    const gaps = [EVERY_EVENT.findIndex(({ kind }) => kind === 'gap') + 1];
    const whole = { kind: 'whole', head: { seq: EVERY_EVENT.length, hash: at(-1).hash }, gaps };
    expect(await verify(chain)).toEqual(whole);
    expect(await verify(chain, null)).toEqual(whole);
  });

  it('without entries is whole', async () => {
    expect(await verify([], null)).toEqual({ kind: 'whole', head: BEGINNING, gaps: [] });
  });

  it('is read page by page as well', async () => {
    async function* pages() {
      yield* chain.slice(0, 5);
      yield* chain.slice(5);
    }
    expect(await verifyChain(pages(), at(-1), sha256)).toMatchObject({ kind: 'whole' });
  });

  it('can be checked from the middle on, when what comes before is known', async () => {
    const rest = chain.slice(5);
    expect(await verifyChain(rest, at(-1), sha256, at(4))).toMatchObject({ kind: 'whole' });
    expect(await verifyChain(rest, at(-1), sha256, { ...at(4), hash: at(3).hash })).toEqual({
      kind: 'changed',
      at: 6,
    });
    expect(await verifyChain(rest, at(-1), sha256, at(3))).toEqual({ kind: 'cut', at: 5 });
  });

  const edited = (index: number, change: Partial<StoredEntry>) =>
    chain.map((entry, place) => (place === index ? { ...entry, ...change } : entry));
  const swapped = () => [...chain.slice(0, 4), at(5), at(4), ...chain.slice(6)];

  it.each<[string, () => readonly StoredEntry[] | Promise<readonly StoredEntry[]>, ChainVerdict]>([
    [
      'a text was changed',
      () => edited(4, { text: at(4).text.replace('田中', '山田') }),
      { kind: 'changed', at: 5 },
    ],
    ['a hash was changed', () => edited(4, { hash: at(3).hash }), { kind: 'changed', at: 5 }],
    [
      'a text is no entry',
      async () => edited(4, { text: '{}', hash: await sha256('{}') }),
      { kind: 'changed', at: 5 },
    ],
    [
      'a text was changed and hashed anew',
      async () => edited(4, await resealed(at(4))),
      { kind: 'changed', at: 5 },
    ],
    [
      'the first text was changed and hashed anew',
      async () => edited(0, await resealed(at(0))),
      { kind: 'changed', at: 1 },
    ],
    [
      'the last text was changed and hashed anew',
      async () => edited(13, await resealed(at(13))),
      { kind: 'changed', at: 14 },
    ],
    ['one is missing', () => chain.toSpliced(4, 1), { kind: 'missing', at: 5 }],
    ['several are missing', () => chain.toSpliced(4, 3), { kind: 'missing', at: 5 }],
    ['two have changed places', swapped, { kind: 'swapped', at: 5 }],
    [
      'two have changed places and numbers',
      () => swapped().map((entry, index) => ({ ...entry, seq: index + 1 })),
      { kind: 'swapped', at: 5 },
    ],
    [
      'one is there twice',
      () => [...chain.slice(0, 5), at(4), ...chain.slice(5)],
      { kind: 'swapped', at: 5 },
    ],
    ['the last has moved to the front', () => [at(12), ...chain.slice(0, 12)], { kind: 'swapped', at: 1 }],
    ['the first are missing', () => chain.slice(2), { kind: 'cut', at: 1 }],
    ['the last are missing', () => chain.slice(0, 9), { kind: 'head-ahead', at: 10 }],
    ['all are missing', () => [], { kind: 'head-ahead', at: 1 }],
  ])('is broken where %s', async (_what, broken, verdict) => {
    expect(await verify(await broken())).toEqual(verdict);
  });

  it('that goes on after its head says so', async () => {
    expect(await verify(chain, at(10))).toEqual({ kind: 'head-behind', at: 12 });
  });

  it('that goes on after its head, but not from it, was changed', async () => {
    expect(await verify(chain, { ...at(10), hash: at(9).hash })).toEqual({ kind: 'changed', at: 11 });
  });

  it('that was computed anew is betrayed by the head alone', async () => {
    const forged = await chainOf(EVERY_EVENT.filter(({ kind }) => kind !== 'caught'));
    expect(await verify(forged, null)).toMatchObject({ kind: 'whole' });
    expect(await verify(forged)).toMatchObject({ kind: 'head-ahead' });
  });
});

test('whatever is done to one entry, the journal is not whole any more', async () => {
  const damage = fc.oneof(
    fc.record({ what: fc.constant('letter' as const), entry: fc.nat({ max: 12 }), place: fc.nat() }),
    fc.record({
      what: fc.constantFrom('drop' as const, 'repeat' as const),
      entry: fc.nat({ max: 12 }),
      place: fc.nat(),
    }),
    fc.record({
      what: fc.constant('move' as const),
      entry: fc.nat({ max: 12 }),
      place: fc.integer({ min: 1, max: 12 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ({ what, entry, place }) => {
      const one = at(entry);
      const without = chain.toSpliced(entry, 1);
      const index = place % one.text.length;
      const changed = `${one.text.slice(0, index)}${one.text[index] === '0' ? '1' : '0'}${one.text.slice(index + 1)}`;
      const damaged = {
        letter: () => without.toSpliced(entry, 0, { ...one, text: changed }),
        drop: () => without,
        repeat: () => without.toSpliced(entry, 0, one, one),
        move: () => without.toSpliced((entry + place) % 14, 0, one),
      }[what]();
      expect((await verifyChain(damaged, at(-1), sha256)).kind).not.toBe('whole');
    }),
    { numRuns: 200 },
  );
});
