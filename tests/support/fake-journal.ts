import type { Journal } from '../../src/background/gate/gate-ports.ts';
import type { PastBroadcast } from '../../src/domain/broadcast/finding.ts';
import type { EntryDraft, JournalEvent, StoredEntry } from '../../src/domain/journal/entry.ts';
import { hmacSha256 } from '../../src/platform/mac.ts';

/** A journal in memory, which can be told to fail. */
export class FakeJournal implements Journal {
  readonly drafts: EntryDraft[] = [];
  readonly #once = new Set<string>();
  /** Every writing fails while this is set. */
  broken = false;
  past: readonly PastBroadcast[] = [];
  /** The key of its digests; null: it cannot be read. */
  digestKey: string | null = 'd1'.repeat(32);

  async append(draft: EntryDraft, once?: string): Promise<StoredEntry> {
    await Promise.resolve();
    if (this.broken) throw new Error('the disk is full');
    if (once === undefined || !this.#once.has(once)) this.drafts.push(structuredClone(draft));
    if (once !== undefined) this.#once.add(once);
    return { seq: this.drafts.length, text: JSON.stringify(draft), hash: '0'.repeat(64) };
  }

  async digest(text: string): Promise<string> {
    if (this.digestKey === null) throw new Error('the key is lost');
    return hmacSha256(this.digestKey, text);
  }

  async history(): Promise<readonly PastBroadcast[]> {
    return this.past;
  }

  async page({ limit }: { readonly limit: number }): Promise<readonly StoredEntry[]> {
    return this.#stored().reverse().slice(0, limit);
  }

  async all(from: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.#stored().slice(from - 1, from - 1 + limit);
  }

  async head(): Promise<{ seq: number; hash: string } | null> {
    return this.#stored().at(-1) ?? null;
  }

  /** The kinds of all events, in order. */
  get kinds(): readonly JournalEvent['kind'][] {
    return this.drafts.map(({ event }) => event.kind);
  }

  /** All events of one kind. */
  events<K extends JournalEvent['kind']>(kind: K): readonly Extract<JournalEvent, { kind: K }>[] {
    return this.drafts.map(({ event }) => event).filter((event) => event.kind === kind) as never;
  }

  #stored(): StoredEntry[] {
    return this.drafts.map((draft, index) => ({
      seq: index + 1,
      text: JSON.stringify(draft),
      hash: '0'.repeat(64),
    }));
  }
}
