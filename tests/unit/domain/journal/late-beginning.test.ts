import { beforeAll, describe, expect, it } from 'vitest';
import { BEGINNING, type ChainVerdict, verifyChain } from '../../../../src/domain/journal/chain.ts';
import type { JournalEvent, StoredEntry } from '../../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../../src/platform/digest.ts';
import { chainOf } from '../../../support/journal-entries.ts';

const CAUGHT: JournalEvent = { kind: 'caught', by: 'people' };

/** Nine entries, of which the eighth says that those up to the third were removed; the first that is left is the fourth. */
let chain: readonly StoredEntry[];
let others: readonly StoredEntry[];
beforeAll(async () => {
  const before = await chainOf(Array.from({ length: 7 }, () => CAUGHT));
  const third = before[2];
  if (third === undefined) throw new RangeError('too few entries');
  const pruned = { kind: 'pruned', lastSeq: 3, lastHash: third.hash, days: 400 } as const;
  const events = Array.from({ length: 9 }, (_, at) => (at === 7 ? pruned : CAUGHT));
  chain = await chainOf(events);
  others = await chainOf(events.with(7, { ...pruned, lastHash: 'f'.repeat(64) }));
});
const verdict = (entries: readonly StoredEntry[]) =>
  verifyChain(entries, chain.at(-1) ?? null, sha256, BEGINNING, () => true);

describe('a chain whose oldest entries are removed', () => {
  it('is whole where an entry says so, removed already or not yet', async () => {
    expect(await verdict(chain.slice(3))).toMatchObject({ kind: 'whole', head: { seq: 9 } });
    expect(await verdict(chain)).toMatchObject({ kind: 'whole', head: { seq: 9 } });
  });

  it.each<[string, () => readonly StoredEntry[], ChainVerdict['kind'], number]>([
    ['more is gone than it says', () => chain.slice(4), 'cut', 1],
    ['less is gone than it says', () => chain.slice(2), 'cut', 1],
    ['the entry that says so is gone too', () => chain.slice(3, 7), 'cut', 1],
    ['it says so of another chain', () => others.slice(3), 'cut', 1],
    ['one that is left was changed', () => changed(chain.slice(3), 1), 'changed', 5],
    ['one that is left is missing', () => chain.slice(3).toSpliced(2, 1), 'missing', 6],
    ['the first two have changed places', () => swapped(chain.slice(3)), 'cut', 1],
    ['the newest is lost', () => chain.slice(3, 8), 'head-ahead', 9],
  ])('is not where %s', async (_, entries, kind, at) => {
    expect(await verdict(entries())).toEqual({ kind, at });
  });
});

function changed(entries: readonly StoredEntry[], at: number): readonly StoredEntry[] {
  return entries.map((one, place) =>
    place === at ? { ...one, text: one.text.replace('people', 'when') } : one,
  );
}

function swapped([first, second, ...rest]: readonly StoredEntry[]): readonly StoredEntry[] {
  return [second, first, ...rest].filter((one) => one !== undefined);
}
