import type { Entry, StoredEntry } from './entry.ts';

/** What an entry follows. */
interface Place {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Where a chain begins that does not begin with entry 1: entries that were older than the rule allows are removed from its start,
 * and a signed entry further on says up to where. Without such an entry somebody has cut it.
 */
export class LateBeginning {
  #removed: Place | null = null;
  #isExplained = false;

  /** The first entry of a chain. Answers what it follows, if others have stood before it; null for one that begins with 1. */
  meet({ seq }: StoredEntry, entry: Entry | null): Place | null {
    if (seq > 1 && entry !== null) this.#removed = { seq: seq - 1, hash: entry.prev };
    return this.#removed;
  }

  /** Any entry of the chain whose signature was checked: it may be the one that says why. */
  hear(entry: Entry | null): void {
    if (this.#removed === null || entry?.event.kind !== 'pruned') return;
    const { lastSeq, lastHash } = entry.event;
    if (lastSeq === this.#removed.seq && lastHash === this.#removed.hash) this.#isExplained = true;
  }

  /** True as long as nothing has said why the entries before are missing. */
  get isUnexplained(): boolean {
    return this.#removed !== null && !this.#isExplained;
  }
}
