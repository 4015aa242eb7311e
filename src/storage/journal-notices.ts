import type { ClockReading } from '../domain/journal/clocks.ts';
import type { EntryDraft, JournalEvent } from '../domain/journal/entry.ts';
import type { SigningKey } from '../platform/signing.ts';
import type { Tip } from './journal-tip.ts';

/**
 * What the journal has to say of itself before anything else is written. The new key comes first: what follows is signed
 * with it.
 */
export function noticed(tip: Tip, key: SigningKey | null, { clocks, jumpMs }: ClockReading): EntryDraft[] {
  const events = [...rekey(tip, key), ...gap(tip), ...clockJump(jumpMs)];
  return events.map((event) => ({ at: clocks.pc, attempt: null, account: null, event }));
}

function rekey({ signer }: Tip, key: SigningKey | null): readonly JournalEvent[] {
  if (key === null || signer === undefined || signer === key.publicKey) return [];
  return [{ kind: 'rekey', former: signer }];
}

function gap({ lost, last }: Tip): readonly JournalEvent[] {
  if (lost === null) return [];
  const why = last.seq === 0 ? 'started-anew' : 'tail-lost';
  return [{ kind: 'gap', why, expectedSeq: lost.seq, foundSeq: last.seq }];
}

function clockJump(byMs: number | null): readonly JournalEvent[] {
  return byMs === null ? [] : [{ kind: 'clock-jump', byMs }];
}
