import * as v from 'valibot';
import { type Entry, entrySchema, type StoredEntry } from './entry.ts';

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export type Sha256 = (text: string) => Promise<string>;

/** The newest entry of a journal, or of a part of it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What the first entry is chained to. */
export const BEGINNING: Head = { seq: 0, hash: '0'.repeat(64) };

/**
 * The exact text of an entry: what is hashed, stored and exported. It is written once, here, and only read afterwards, so
 * that no two programs need to agree on how an entry is put into words.
 */
export function entryText(entry: Entry): string {
  const { v, seq, prev, at, offsetMinutes, extension, attempt, account, event } = entry;
  const proof = entry.v === 1 ? {} : { clocks: entry.clocks, signer: entry.signer };
  return JSON.stringify({ v, seq, prev, at, offsetMinutes, ...proof, extension, attempt, account, event });
}

/** An entry as it is stored, with its hash. */
export async function sealEntry(entry: Entry, sha256: Sha256): Promise<StoredEntry> {
  const text = entryText(entry);
  return { seq: entry.seq, text, hash: await sha256(text) };
}

/** The entry that a stored text says; null when it says none. Whether it is genuine is for {@link verifyChain} to tell. */
export function readEntry({ text }: Pick<StoredEntry, 'text'>): Entry | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), entrySchema), text);
  return parsed.success ? parsed.output : null;
}

/**
 * How a journal is broken at its first broken place. `changed`: the text there is not the one that was written. `missing`:
 * no entry there, but later ones. `swapped`: another entry stands there. `cut`: the journal begins after its beginning.
 * `head-ahead`: entries from there on were written and are lost. `head-behind`: there are entries that the head does not
 * know, as when the browser was killed between an entry and its head.
 */
export type Break = 'changed' | 'missing' | 'swapped' | 'cut' | 'head-ahead' | 'head-behind';

/** `at` is the number of the first broken place; `gaps` those of entries that tell of losses noticed before. */
export type ChainVerdict =
  | { readonly kind: 'whole'; readonly head: Head; readonly gaps: readonly number[] }
  | { readonly kind: Break; readonly at: number };

/**
 * Goes through a journal, oldest entry first, and says whether its chain is whole. That betrays accidents and careless
 * edits; somebody who computes the chain anew is betrayed by the signatures (signatures.ts) and by a head kept elsewhere.
 * @param head the newest entry as it is remembered outside; null where nothing is
 * @param start what the first entry follows, for a part of a journal
 */
export async function verifyChain(
  entries: Iterable<StoredEntry> | AsyncIterable<StoredEntry>,
  head: Head | null,
  sha256: Sha256,
  start: Head = BEGINNING,
): Promise<ChainVerdict> {
  const gaps: number[] = [];
  let last = start;
  let knownByHead = start;
  let broken: Place | null = null;
  for await (const stored of entries) {
    const entry = readEntry(stored);
    broken ??= await breakAt(stored, entry, last, start, sha256);
    if (broken !== null) {
      if (!isLookingFor(broken)) return broken;
      // The entry that was expected may come later: then it is not missing but in the wrong place.
      if (entry?.seq === broken.at) return { kind: 'swapped', at: broken.at };
      continue;
    }
    if (entry?.event.kind === 'gap') gaps.push(stored.seq);
    last = { seq: stored.seq, hash: stored.hash };
    if (last.seq === head?.seq) knownByHead = last;
  }
  return broken ?? compareHeads(last, knownByHead, head) ?? { kind: 'whole', head: last, gaps };
}

interface Place {
  readonly kind: Break;
  readonly at: number;
}

async function breakAt(
  stored: StoredEntry,
  entry: Entry | null,
  last: Head,
  start: Head,
  sha256: Sha256,
): Promise<Place | null> {
  const at = last.seq + 1;
  if (stored.seq < at) return { kind: 'swapped', at: stored.seq };
  if (stored.seq > at) return { kind: last === start ? 'cut' : 'missing', at };
  if (entry === null || (await sha256(stored.text)) !== stored.hash) return { kind: 'changed', at };
  if (entry.seq !== at) return { kind: 'swapped', at };
  if (entry.prev === last.hash) return null;
  // It follows another text than the one that stands before it, so that one is not what was written.
  return { kind: 'changed', at: last === start ? at : last.seq };
}

function isLookingFor({ kind }: Place): boolean {
  return kind === 'missing' || kind === 'cut';
}

function compareHeads(last: Head, knownByHead: Head, head: Head | null): Place | null {
  if (head === null) return null;
  if (head.seq > last.seq) return { kind: 'head-ahead', at: last.seq + 1 };
  if (head.seq === knownByHead.seq && head.hash !== knownByHead.hash)
    return { kind: 'changed', at: head.seq };
  return head.seq < last.seq ? { kind: 'head-behind', at: head.seq + 1 } : null;
}
