import type { PastBroadcast } from '../broadcast/finding.ts';
import type { Entry, JournalEvent } from './entry.ts';

/**
 * A broadcast that was sent, as a released entry and what followed in its attempt tell. Null for any other entry, and for
 * a broadcast that surely did not go: stopped after its release, or refused by LINE.
 * @param after the later entries of the same attempt, oldest first
 */
export function pastBroadcast({ at, event }: Entry, after: readonly Entry[]): PastBroadcast | null {
  if (event.kind !== 'released' || !mayHaveGone(after.map((entry) => entry.event))) return null;
  const { audience, people, scheduledAt } = event.broadcast;
  return { at: scheduledAt ?? at, audience, people, sketch: event.sketch };
}

function mayHaveGone(after: readonly JournalEvent[]): boolean {
  const again = after.findIndex(({ kind }) => kind === 'released');
  const own = again === -1 ? after : after.slice(0, again);
  if (own.some((event) => event.kind === 'outcome' && isSuccess(event.outcome))) return true;
  return !own.some(
    (event) =>
      event.kind === 'refused' || (event.kind === 'outcome' && event.outcome === 'refused-by-server'),
  );
}

function isSuccess(outcome: Extract<JournalEvent, { readonly kind: 'outcome' }>['outcome']): boolean {
  return outcome === 'accepted' || outcome === 'reserved';
}
