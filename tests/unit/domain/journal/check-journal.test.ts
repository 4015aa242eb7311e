import { beforeAll, describe, expect, it } from 'vitest';
import { checkJournal } from '../../../../src/domain/journal/check-journal.ts';
import type { JournalEvent, StoredEntry } from '../../../../src/domain/journal/entry.ts';
import { sha256 } from '../../../../src/platform/digest.ts';
import { isSignedBy, type SigningKey } from '../../../../src/platform/signing.ts';
import { signedChain, testKey } from '../../../support/signed-journal.ts';

const CAUGHT: JournalEvent = { kind: 'caught', by: 'people' };

let own: SigningKey;
/** Nine signed entries. */
let chain: readonly StoredEntry[];
beforeAll(async () => {
  own = await testKey();
  chain = await signedChain(Array.from({ length: 9 }, () => ({ event: CAUGHT, key: own })));
});

const at = (seq: number): StoredEntry => {
  const stored = chain[seq - 1];
  if (stored === undefined) throw new RangeError('too few entries');
  return stored;
};
const removal = (seq: number): JournalEvent => ({
  kind: 'pruned',
  lastSeq: seq,
  lastHash: at(seq).hash,
  days: 400,
});
const check = (entries: readonly StoredEntry[], trusted: readonly string[] | null = null) =>
  checkJournal(entries, entries.at(-1) ?? null, { sha256, isSignedBy }, trusted);

describe('a checked journal', () => {
  it('is whole where a signed entry says that the ones before were removed', async () => {
    const removed = [...chain, ...(await signedChain([{ event: removal(6), key: own }], at(9)))].slice(6);
    for (const trusted of [null, [own.publicKey]])
      expect(await check(removed, trusted)).toMatchObject({
        chain: { kind: 'whole' },
        signatures: { fault: null },
      });
  });

  it.each([
    ['nobody', () => ({ event: removal(6), key: null })],
    [
      'nobody, with a signature that belongs to none',
      () => ({ event: removal(6), key: own, change: { signer: null } }),
    ],
  ])('has a cut beginning where the entry that speaks of a removal is signed by %s', async (_, forged) => {
    const hidden = [...chain, ...(await signedChain([forged()], at(9)))].slice(6);
    expect(await check(hidden)).toMatchObject({
      chain: { kind: 'cut', at: 1 },
      signatures: { fault: { kind: 'unsigned', at: 10 } },
    });
  });

  it('has a cut beginning where nothing is signed, and says of all that nobody signed it', async () => {
    const events = [CAUGHT, CAUGHT, removal(6)].map((event) => ({ event, key: null }));
    expect(await check(await signedChain(events, at(6)))).toMatchObject({
      chain: { kind: 'cut', at: 1 },
      signatures: { fault: null, unsigned: [{ from: 7, to: 9 }] },
    });
  });

  it('has a fault where its end, or all of it, was written anew without a signature', async () => {
    const forged = [CAUGHT, CAUGHT].map((event) => ({ event, key: null }));
    const tail = [...chain.slice(0, 7), ...(await signedChain(forged, at(7)))];
    expect((await check(tail)).signatures.fault).toEqual({ kind: 'unsigned', at: 8 });
    const all = await signedChain(forged);
    expect((await check(all, [own.publicKey])).signatures.fault).toEqual({ kind: 'unsigned', at: 1 });
  });
});
