import type { Instant } from '../../domain/clock.ts';
import { type ChainVerdict, type Head, readEntry, verifyChain } from '../../domain/journal/chain.ts';
import type { StoredEntry } from '../../domain/journal/entry.ts';
import type { JournalPorts } from './journal-ports.ts';

type VerifyPorts = Pick<JournalPorts, 'stepFrom' | 'sha256'>;

/** What came of checking: how many entries there are, and when the broken place was written where that can be read. */
export interface Checked {
  readonly verdict: ChainVerdict;
  readonly count: number;
  readonly brokenAt: Instant | null;
}

/** Reads the whole journal and checks every hash and every link. Rejects when a part of it cannot be read. */
export async function verifyJournal(
  ports: VerifyPorts,
  onProgress: (count: number) => void,
): Promise<Checked> {
  const entries: StoredEntry[] = [];
  let head = await readOn(ports, entries, onProgress);
  let verdict = await verifyChain(entries, head, ports.sha256);
  if (verdict.kind === 'head-ahead' || verdict.kind === 'head-behind') {
    // Something may have been written between the two stores just now; that shall not look like a loss.
    head = await readOn(ports, entries, onProgress);
    verdict = await verifyChain(entries, head, ports.sha256);
  }
  return { verdict, count: entries.length, brokenAt: timeOf(verdict, entries) };
}

/** Reads what follows the entries into them; answers the end as it is remembered elsewhere. */
async function readOn(
  ports: VerifyPorts,
  entries: StoredEntry[],
  onProgress: (count: number) => void,
): Promise<Head | null> {
  while (true) {
    const step = await ports.stepFrom((entries.at(-1)?.seq ?? 0) + 1);
    if (step.entries.length === 0) return step.head;
    entries.push(...step.entries);
    onProgress(entries.length);
  }
}

function timeOf(verdict: ChainVerdict, entries: readonly StoredEntry[]): Instant | null {
  if (verdict.kind === 'whole') return null;
  const stored = entries.find(({ seq }) => seq === verdict.at);
  return stored === undefined ? null : (readEntry(stored)?.at ?? null);
}
