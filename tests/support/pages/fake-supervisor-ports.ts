import { vi } from 'vitest';
import type { StoredEntry } from '../../../src/domain/journal/entry.ts';
import type { DraftStore } from '../../../src/pages/supervisor/draft-store.ts';
import type { SupervisorPorts } from '../../../src/pages/supervisor/supervisor-ports.ts';
import { fakeSigningPorts } from './fake-signing-ports.ts';

/** A draft in memory, which tells of changes a moment later, as the browser does. */
export class FakeDraftStore implements DraftStore {
  stored: unknown;
  /** Every writing fails while this is set. */
  broken = false;
  /** While this is set nobody is told of a change; the news wait until {@link tell}. */
  isLate = false;
  readonly #news: unknown[] = [];
  readonly #listeners = new Set<(stored: unknown) => void>();

  constructor(stored?: unknown) {
    this.stored = stored;
  }

  async read(): Promise<unknown> {
    return this.stored;
  }

  async write(layer: object): Promise<void> {
    if (this.broken) throw new Error('the disk is full');
    this.change(structuredClone(layer));
  }

  /** Somebody else writes, or this page. */
  change(stored: unknown): void {
    this.stored = stored;
    this.#news.push(stored);
    if (!this.isLate) queueMicrotask(() => this.tell());
  }

  /** Tells of the oldest change that nobody was told of. */
  tell(): void {
    const stored = this.#news.shift();
    for (const listener of this.#listeners) listener(stored);
  }

  watch(listener: (stored: unknown) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }
}

/** A supervisor's page over a draft and a journal in memory. @param chain oldest first */
export function fakeSupervisorPorts(draft: FakeDraftStore, chain: readonly StoredEntry[] = []) {
  const newestFirst = chain.toReversed();
  return {
    clock: { now: () => Date.parse('2026-11-23T15:00:00+09:00') },
    draft,
    pageBefore: vi.fn<SupervisorPorts['pageBefore']>(async (before) => ({
      entries: newestFirst.filter(({ seq }) => before === null || seq < before).slice(0, 16),
    })),
    saveFile: vi.fn<SupervisorPorts['saveFile']>(),
    signing: fakeSigningPorts().ports,
  } satisfies SupervisorPorts;
}
