import type { Instant } from '../../domain/clock.ts';
import { type Break, type Head, readEntry } from '../../domain/journal/chain.ts';
import { checkJournal, type JournalVerdict } from '../../domain/journal/check-journal.ts';
import type { StoredEntry } from '../../domain/journal/entry.ts';
import type { SignatureFault, SignatureVerdict } from '../../domain/journal/signatures.ts';
import type { JournalPorts } from './journal-ports.ts';

type VerifyPorts = Pick<JournalPorts, 'stepFrom' | 'sha256' | 'isSignedBy'>;

/** The first broken place, and when the entry there was written where that can be read. */
export interface BrokenPlace {
  readonly kind: Break | SignatureFault;
  readonly at: number;
  readonly writtenAt: Instant | null;
}

/** What came of checking: how many entries there are, what is wrong, and what is to be known of a journal that is whole. */
export interface Checked {
  readonly count: number;
  readonly broken: BrokenPlace | null;
  /** Entries that tell of losses noticed before. */
  readonly gaps: readonly number[];
  readonly keys: SignatureVerdict['keys'];
  readonly unsigned: SignatureVerdict['unsigned'];
}

/** Reads the whole journal and checks every hash, link and signature. Rejects when a part of it cannot be read. */
export async function verifyJournal(
  ports: VerifyPorts,
  onProgress: (count: number) => void,
): Promise<Checked> {
  const entries: StoredEntry[] = [];
  let head = await readOn(ports, entries, onProgress);
  let verdict = await checkJournal(entries, head, ports);
  if (verdict.chain.kind === 'head-ahead' || verdict.chain.kind === 'head-behind') {
    // Something may have been written between the two stores just now; that shall not look like a loss.
    head = await readOn(ports, entries, onProgress);
    verdict = await checkJournal(entries, head, ports);
  }
  const { keys, unsigned } = verdict.signatures;
  const gaps = verdict.chain.kind === 'whole' ? verdict.chain.gaps : [];
  return { count: entries.length, broken: brokenPlace(verdict, entries), gaps, keys, unsigned };
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

function brokenPlace(
  { chain, signatures }: JournalVerdict,
  entries: readonly StoredEntry[],
): BrokenPlace | null {
  const fault = chain.kind === 'whole' ? signatures.fault : chain;
  if (fault === null) return null;
  const stored = entries.find(({ seq }) => seq === fault.at);
  const writtenAt = stored === undefined ? null : (readEntry(stored)?.at ?? null);
  return { kind: fault.kind, at: fault.at, writtenAt };
}
