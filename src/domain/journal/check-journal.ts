import { BEGINNING, type ChainVerdict, type Head, type Sha256, verifyChain } from './chain.ts';
import type { StoredEntry } from './entry.ts';
import { type IsSignedBy, isProvenBy, type SignatureVerdict, verifySignatures } from './signatures.ts';

/** What checking is done with. */
export interface Proofs {
  readonly sha256: Sha256;
  readonly isSignedBy: IsSignedBy;
}

/**
 * What came of checking chain and signatures; each is looked at for itself, so that one fault does not hide another. But a beginning
 * that is missing is explained by nothing less than a signature.
 */
export interface JournalVerdict {
  readonly chain: ChainVerdict;
  readonly signatures: SignatureVerdict;
}

/**
 * Checks a whole journal.
 * @param head the newest entry as it is remembered elsewhere; null where nothing is
 * @param trusted public keys that may have signed; null where none is known
 */
export async function checkJournal(
  entries: readonly StoredEntry[],
  head: Head | null,
  { sha256, isSignedBy }: Proofs,
  trusted: readonly string[] | null = null,
): Promise<JournalVerdict> {
  const signatures = await verifySignatures(entries, isSignedBy, trusted);
  const chain = await verifyChain(entries, head, sha256, BEGINNING, isProvenBy(signatures));
  return { chain, signatures };
}

/** A public key as people compare it: its first 16 digits, in groups. To make another key that begins like this takes ages. */
export function shortKey(key: string): string {
  return (key.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
}
