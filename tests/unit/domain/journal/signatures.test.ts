import { beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../../../src/domain/journal/chain.ts';
import type { JournalEvent, StoredEntry } from '../../../../src/domain/journal/entry.ts';
import { verifySignatures } from '../../../../src/domain/journal/signatures.ts';
import { isSignedBy, type SigningKey } from '../../../../src/platform/signing.ts';
import { chainOf } from '../../../support/journal-entries.ts';
import { signedChain, testKey } from '../../../support/signed-journal.ts';

let own: SigningKey;
let other: SigningKey;
beforeAll(async () => {
  own = await testKey();
  other = await testKey();
});

const caught = (by: string): JournalEvent => ({ kind: 'caught', by });
const by = (key: SigningKey | null, event: JournalEvent = caught('people')) => ({ event, key });
const verify = (chain: readonly StoredEntry[], trusted: readonly string[] | null = null) =>
  verifySignatures(chain, isSignedBy, trusted);
const without = ({ sig: _, ...stored }: StoredEntry): StoredEntry => stored;

describe('signatures', () => {
  it('of one key are right, and name it', async () => {
    const chain = await signedChain([by(own), by(own), by(own)]);
    expect(await verify(chain)).toEqual({
      fault: null,
      keys: [{ key: own.publicKey, from: 1 }],
      unsigned: [],
    });
  });

  it('of a new key are right after an entry that says which one it follows', async () => {
    const rekey: JournalEvent = { kind: 'rekey', former: own.publicKey };
    const chain = await signedChain([by(own), by(other, rekey), by(other)]);
    expect(await verify(chain)).toMatchObject({
      fault: null,
      keys: [{ from: 1 }, { key: other.publicKey, from: 2 }],
    });
  });

  it('are missing from older entries, and from those of a browser that could not sign yet', async () => {
    const old = await chainOf([caught('a'), caught('b')]);
    const last = old[1] ?? { seq: 0, hash: '' };
    const chain = [...old, ...(await signedChain([by(null), by(own), by(own)], last))];
    expect(await verify(chain)).toMatchObject({
      fault: null,
      keys: [{ key: own.publicKey, from: 4 }],
      unsigned: [{ from: 1, to: 3 }],
    });
  });

  it('say nothing of an entry that nobody can read: that is for the chain', async () => {
    const [stored] = await signedChain([by(own)]);
    expect(await verify([{ ...(stored ?? { seq: 1, hash: '' }), text: '{' }])).toMatchObject({ fault: null });
  });
});

describe('a journal whose signatures are not right', () => {
  it.each<{ what: string; make: () => Promise<readonly StoredEntry[]>; fault: { kind: string; at: number } }>(
    [
      {
        what: 'one that was taken off',
        make: async () =>
          (await signedChain([by(own), by(own), by(own)])).map((one) => (one.seq === 2 ? without(one) : one)),
        fault: { kind: 'unsigned', at: 2 },
      },
      {
        what: 'one of another entry',
        make: async () => {
          const chain = await signedChain([by(own), by(own), by(own)]);
          return chain.map((one) => (one.seq === 2 ? { ...one, sig: chain[0]?.sig ?? '' } : one));
        },
        fault: { kind: 'bad-signature', at: 2 },
      },
      {
        what: 'entries that were written anew by somebody without the key',
        make: () => signedChain([by(own), { ...by(other), change: { signer: own.publicKey } }]),
        fault: { kind: 'bad-signature', at: 2 },
      },
      {
        what: 'a key that takes over without a word',
        make: () => signedChain([by(own), by(other)]),
        fault: { kind: 'unknown-key', at: 2 },
      },
      {
        what: 'a key that takes over from one that never signed',
        make: () => signedChain([by(own), by(other, { kind: 'rekey', former: 'c'.repeat(64) })]),
        fault: { kind: 'unknown-key', at: 2 },
      },
      {
        what: 'entries in the old form after signed ones',
        make: async () => {
          const signed = await signedChain([by(own)]);
          return [...signed, ...(await chainOf([caught('a'), caught('b')])).slice(1)];
        },
        fault: { kind: 'unsigned', at: 2 },
      },
      {
        what: 'entries after signed ones that say that nobody could sign',
        make: () => signedChain([by(own), by(null), by(null)]),
        fault: { kind: 'unsigned', at: 2 },
      },
      {
        what: 'a signer that is no public key',
        make: () => signedChain([{ ...by(own), change: { signer: 'f'.repeat(64) } }]),
        fault: { kind: 'bad-signature', at: 1 },
      },
    ],
  )('is told at its place: $what', async ({ make, fault }) => {
    expect((await verify(await make())).fault).toEqual(fault);
  });

  it('is told where only certain keys are trusted', async () => {
    const rekey: JournalEvent = { kind: 'rekey', former: own.publicKey };
    const chain = await signedChain([by(own), by(other, rekey)]);
    expect((await verify(chain, [own.publicKey])).fault).toEqual({ kind: 'unknown-key', at: 2 });
    expect((await verify(chain, [other.publicKey])).fault).toEqual({ kind: 'unknown-key', at: 1 });
    expect((await verify(chain, [own.publicKey, other.publicKey])).fault).toBeNull();
  });

  it('is told where a key is trusted and nobody has signed', async () => {
    expect((await verify(await signedChain([by(null), by(null)]), [own.publicKey])).fault).toEqual({
      kind: 'unsigned',
      at: 1,
    });
    expect((await verify(await chainOf([caught('a')]), [own.publicKey])).fault).toEqual({
      kind: 'unsigned',
      at: 1,
    });
  });

  it('is told also where the chain was computed anew around it', async () => {
    const chain = await signedChain([by(own), by(own)]);
    const second = readEntry(chain[1] ?? { text: '' });
    expect(second?.v).toBe(2);
    const forged = await signedChain([by(own, caught('forged'))]);
    expect(
      (await verify([{ ...(forged[0] ?? { seq: 1, text: '', hash: '' }), sig: chain[0]?.sig ?? '' }])).fault,
    ).toEqual({
      kind: 'bad-signature',
      at: 1,
    });
  });
});
