import { vi } from 'vitest';
import type { StoredEntry } from '../../../src/domain/journal/entry.ts';
import type { JournalPorts } from '../../../src/pages/journal/journal-ports.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy } from '../../../src/platform/signing.ts';

/** A page over a journal in memory. @param chain oldest first */
export function fakeJournalPorts(chain: readonly StoredEntry[], changed: Partial<JournalPorts> = {}) {
  const newestFirst = chain.toReversed();
  const last = chain.at(-1);
  return {
    clock: { now: () => Date.now() },
    pageBefore: vi.fn<JournalPorts['pageBefore']>(async (before) => ({
      entries: newestFirst.filter(({ seq }) => before === null || seq < before).slice(0, 500),
    })),
    stepFrom: vi.fn<JournalPorts['stepFrom']>(async (from) => ({
      entries: chain.filter(({ seq }) => seq >= from).slice(0, 3),
      head: last === undefined ? null : { seq: last.seq, hash: last.hash },
    })),
    sha256,
    isSignedBy,
    saveFile: vi.fn<JournalPorts['saveFile']>(),
    ...changed,
  } satisfies JournalPorts;
}
