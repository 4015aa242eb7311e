import { BEGINNING, type Head, sealEntry } from '../../src/domain/journal/chain.ts';
import type { JournalEvent, SignedEntry, StoredEntry } from '../../src/domain/journal/entry.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { newSigningKey, type SigningKey, signHash } from '../../src/platform/signing.ts';
import { entryOf, FOUR_PAST_THREE } from './journal-entries.ts';

/** A key pair; fails where there is no Ed25519. */
export async function testKey(): Promise<SigningKey> {
  const key = await newSigningKey();
  if (key === null) throw new TypeError('no Ed25519 here');
  return key;
}

/** What happened, with the key that signs it; null: nobody. */
export interface SignedPart {
  readonly event: JournalEvent;
  readonly key: SigningKey | null;
  readonly change?: Partial<SignedEntry>;
}

/** A journal whose entries are signed, sealed one after the other. */
export async function signedChain(
  parts: readonly SignedPart[],
  after: Head = BEGINNING,
): Promise<readonly StoredEntry[]> {
  const chain: StoredEntry[] = [];
  let last = after;
  for (const { event, key, change = {} } of parts) {
    const entry: SignedEntry = {
      ...entryOf(event, { seq: last.seq + 1, prev: last.hash }),
      v: 2,
      clocks: { pc: FOUR_PAST_THREE, zone: 'Asia/Tokyo', sinceStartMs: 1_000, line: null },
      signer: key?.publicKey ?? null,
      ...change,
    };
    const sealed = await sealEntry(entry, sha256);
    const stored = key === null ? sealed : { ...sealed, sig: await signHash(key, sealed.hash) };
    chain.push(stored);
    last = stored;
  }
  return chain;
}
