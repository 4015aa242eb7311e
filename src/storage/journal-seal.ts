import { type Head, sealEntry } from '../domain/journal/chain.ts';
import type { EntryClocks } from '../domain/journal/clocks.ts';
import type { EntryDraft, SignedEntry } from '../domain/journal/entry.ts';
import { sha256 } from '../platform/digest.ts';
import type { SigningKey } from '../platform/signing.ts';
import { type JournalRecord, recordOf } from './journal-schema.ts';
import type { JournalSigner } from './journal-signer.ts';

/** A draft that is due to be written. */
export interface DueDraft {
  readonly draft: EntryDraft;
  /** The name of the message that caused it; see `JournalRecord`. */
  readonly once?: string | undefined;
}

/** What all entries of one writing have in common. */
export interface SealOptions {
  readonly extension: string;
  readonly clocks: EntryClocks;
  readonly signer: JournalSigner;
  /** Null where the browser cannot sign. */
  readonly key: SigningKey | null;
}

/** Gives drafts their place after an entry, hashes and signs them. */
export async function sealDrafts(
  due: readonly DueDraft[],
  after: Head,
  options: SealOptions,
): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  let last = after;
  for (const { draft, once } of due) {
    const record = await sealDraft(draft, last, once, options);
    records.push(record);
    last = record;
  }
  return records;
}

async function sealDraft(
  draft: EntryDraft,
  after: Head,
  once: string | undefined,
  { extension, clocks, signer, key }: SealOptions,
): Promise<JournalRecord> {
  const entry: SignedEntry = {
    v: 2,
    seq: after.seq + 1,
    prev: after.hash,
    offsetMinutes: -new Date(draft.at).getTimezoneOffset(),
    clocks,
    signer: key?.publicKey ?? null,
    extension,
    ...draft,
  };
  const sealed = await sealEntry(entry, sha256);
  const signature = key === null ? {} : { sig: await signer.sign(key, sealed.hash) };
  return recordOf({ ...sealed, ...signature }, entry, once);
}
