import { type IsProven, readEntry } from './chain.ts';
import type { Entry, StoredEntry } from './entry.ts';

/** Whether a signature over the bytes of a hash was made with the private half of `signer`; all in hex digits. */
export type IsSignedBy = (signer: string, hash: string, sig: string) => Promise<boolean>;

/**
 * `unsigned`: there is no signature where there has to be one. `bad-signature`: it does not fit the entry. `unknown-key`:
 * the key is not one of those that are trusted, or took over without an entry that says so.
 */
export type SignatureFault = 'unsigned' | 'bad-signature' | 'unknown-key';

/** Entries from one number to another, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the signatures of a journal say. */
export interface SignatureVerdict {
  /** The first entry whose signature is not right. */
  readonly fault: { readonly kind: SignatureFault; readonly at: number } | null;
  /** The public keys that have signed, each with its first entry. */
  readonly keys: readonly { readonly key: string; readonly from: number }[];
  /** Entries before the first signed one, that say of themselves that nobody signed them: old ones, or of a browser that could not. */
  readonly unsigned: readonly Stretch[];
}

/**
 * Checks every signature. Without `trusted` it tells that the entries were written by whoever has the keys, and that
 * nobody else changed them later; whose keys those are has to be known from elsewhere.
 * @param entries oldest first; those that cannot be read are left to the chain
 * @param trusted public keys that may have signed; null where none is known
 */
export async function verifySignatures(
  entries: Iterable<StoredEntry>,
  isSignedBy: IsSignedBy,
  trusted: readonly string[] | null,
): Promise<SignatureVerdict> {
  const keys: { key: string; from: number }[] = [];
  const unsigned: Stretch[] = [];
  for (const stored of entries) {
    const entry = readEntry(stored);
    if (entry === null) continue;
    const current = keys.at(-1)?.key ?? null;
    const kind = await faultOf(stored, entry, current, isSignedBy, trusted);
    if (kind !== null) return { fault: { kind, at: stored.seq }, keys, unsigned };
    const signer = signerOf(entry);
    if (signer === null) extend(unsigned, stored.seq);
    else if (signer !== current) keys.push({ key: signer, from: stored.seq });
  }
  return { fault: null, keys, unsigned };
}

/** @param current the public key that has signed before this entry; null where none has */
async function faultOf(
  { hash, sig }: StoredEntry,
  entry: Entry,
  current: string | null,
  isSignedBy: IsSignedBy,
  trusted: readonly string[] | null,
): Promise<SignatureFault | null> {
  const signer = signerOf(entry);
  // An entry says itself that nobody signed it, and who forges one may say so too. So it says nothing where there was a key before.
  if (signer === null) return current !== null || trusted !== null ? 'unsigned' : null;
  if (sig === undefined) return 'unsigned';
  if (!(await isSignedBy(signer, hash, sig))) return 'bad-signature';
  return isTrusted(signer, trusted) && mayFollow(entry, signer, current) ? null : 'unknown-key';
}

/** Which entries a verdict speaks for: those before its fault that say who signed them. */
export function isProvenBy({ fault, unsigned }: SignatureVerdict): IsProven {
  return ({ seq }) =>
    (fault === null || seq < fault.at) && !unsigned.some(({ from, to }) => from <= seq && seq <= to);
}

function signerOf(entry: Entry): string | null {
  return entry.v === 1 ? null : entry.signer;
}

function isTrusted(signer: string, trusted: readonly string[] | null): boolean {
  return trusted === null || trusted.includes(signer);
}

function mayFollow({ event }: Entry, signer: string, current: string | null): boolean {
  if (current === null || current === signer) return true;
  return event.kind === 'rekey' && event.former === current;
}

function extend(stretches: Stretch[], seq: number): void {
  const last = stretches.at(-1);
  if (last?.to === seq - 1) stretches[stretches.length - 1] = { from: last.from, to: seq };
  else stretches.push({ from: seq, to: seq });
}
