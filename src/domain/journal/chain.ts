import * as v from 'valibot';
import { type Entry, entrySchema, type StoredEntry } from './entry.ts';
import { LateBeginning } from './late-beginning.ts';

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export type Sha256 = (text: string) => Promise<string>;

/** Whether an entry was signed and its signature found right. */
export type IsProven = (stored: StoredEntry) => boolean;

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
  const late = entry.late === undefined ? {} : { late: entry.late };
  return JSON.stringify({
    v,
    seq,
    prev,
    at,
    offsetMinutes,
    ...proof,
    extension,
    attempt,
    account,
    event,
    ...late,
  });
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
 * no entry there, but later ones. `swapped`: another entry stands there. `cut`: the journal begins after its beginning, and
 * no entry with a checked signature says that the rules had what was before removed.
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
 * @param isProven whether the signature of an entry was checked; only such an entry explains a late beginning
 */
export async function verifyChain(
  entries: Iterable<StoredEntry> | AsyncIterable<StoredEntry>,
  head: Head | null,
  sha256: Sha256,
  start: Head = BEGINNING,
  isProven: IsProven = () => false,
): Promise<ChainVerdict> {
  const walk = new ChainWalk(head, sha256, start, isProven);
  for await (const stored of entries) {
    await walk.step(stored);
    if (walk.isDecided) break;
  }
  return walk.verdict();
}

/** Goes from entry to entry and remembers what there is to say in the end. */
class ChainWalk {
  readonly #head: Head | null;
  readonly #sha256: Sha256;
  readonly #start: Head;
  readonly #isProven: IsProven;
  readonly #beginning = new LateBeginning();
  readonly #gaps: number[] = [];
  #first: Head | null = null;
  #last: Head;
  #knownByHead: Head;
  #broken: Place | null = null;

  constructor(head: Head | null, sha256: Sha256, start: Head, isProven: IsProven) {
    this.#head = head;
    this.#sha256 = sha256;
    this.#start = start;
    this.#isProven = isProven;
    this.#last = start;
    this.#knownByHead = start;
  }

  /** True when no later entry can change the verdict. */
  get isDecided(): boolean {
    return this.#broken !== null && !isLookingFor(this.#broken) && !this.#beginning.isUnexplained;
  }

  async step(stored: StoredEntry): Promise<void> {
    const entry = readEntry(stored);
    if (this.#first === null) this.#last = this.#firstAfter(stored, entry);
    this.#first ??= this.#last;
    if (this.#isProven(stored)) this.#beginning.hear(entry);
    const broken = this.#broken;
    // The entry that was expected may come later: then it is not missing but in the wrong place.
    if (broken !== null && isLookingFor(broken) && entry?.seq === broken.at)
      this.#broken = { kind: 'swapped', at: broken.at };
    this.#broken ??= await breakAt(stored, entry, this.#last, this.#first, this.#sha256);
    if (this.#broken === null) this.#pass(stored, entry);
  }

  verdict(): ChainVerdict {
    const at = this.#start.seq + 1;
    const isCut = this.#beginning.isUnexplained && (this.#broken === null || this.#broken.at > at);
    if (isCut) return { kind: 'cut', at };
    const broken = this.#broken ?? compareHeads(this.#last, this.#knownByHead, this.#head);
    return broken ?? { kind: 'whole', head: this.#last, gaps: this.#gaps };
  }

  /** Only a whole journal may have lost its oldest entries by rule; a part of one begins where it is said to. */
  #firstAfter(stored: StoredEntry, entry: Entry | null): Head {
    const removed = this.#start.seq === BEGINNING.seq ? this.#beginning.meet(stored, entry) : null;
    return removed ?? this.#start;
  }

  #pass({ seq, hash }: StoredEntry, entry: Entry | null): void {
    if (entry?.event.kind === 'gap') this.#gaps.push(seq);
    this.#last = { seq, hash };
    if (seq === this.#head?.seq) this.#knownByHead = this.#last;
  }
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
