import type { JournalEvent, JournalKind } from './entry.ts';

/** What the journal says of itself. Whoever could have such an entry signed could explain away what is missing. */
const OWN_KINDS: ReadonlySet<JournalKind> = new Set(['pruned', 'gap', 'rekey', 'clock-jump']);

/** What has happened whether the journal can be written or not. */
const LATE_KINDS: ReadonlySet<JournalKind> = new Set([
  'overridden',
  'outcome',
  'blocked',
  'unconfirmed',
  'observed',
  'policy',
  'passphrase',
  'approval',
]);

/** True for what nobody but the journal itself writes. */
export function isOwnEvent({ kind }: JournalEvent): boolean {
  return OWN_KINDS.has(kind);
}

/**
 * True for what may wait outside the journal, where anybody who gets at this browser's files can write: nothing that a broadcast is let
 * go for.
 */
export function mayComeLate(event: JournalEvent): boolean {
  return LATE_KINDS.has(event.kind) && !(event.kind === 'approval' && event.step === 'given');
}
