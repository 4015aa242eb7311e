import type { BasicId } from '../broadcast/basic-id.ts';
import type { AttemptId } from '../broadcast/broadcast.ts';
import type { Instant } from '../clock.ts';
import type { BroadcastCounts, Entry, JournalEvent } from './entry.ts';
import { pastBroadcast } from './past-broadcast.ts';

/** An attempt as far as the journal tells of it: facts and counts, no text. */
export interface PastAttempt {
  readonly id: AttemptId;
  readonly at: Instant;
  readonly account: BasicId | null;
  readonly broadcast: BroadcastCounts;
  /** The names of the items that were asked; null where no checklist was opened. */
  readonly asked: readonly string[] | null;
  /** The names of the checks that found something. */
  readonly found: readonly string[];
  /** Those that stopped it. */
  readonly stoppedBy: readonly string[];
  /** Those for which a reason was given. */
  readonly reasonsFor: readonly string[];
  readonly wasSent: boolean;
}

/** The attempts of which these entries tell from the beginning, the newest first. @param entries oldest first */
export function pastAttempts(entries: readonly Entry[]): readonly PastAttempt[] {
  return [...byAttempt(entries)].flatMap(([id, own]) => attemptOf(id, own) ?? []).toReversed();
}

/** The entries of each attempt. @param entries oldest first */
export function byAttempt(entries: readonly Entry[]): ReadonlyMap<AttemptId, readonly Entry[]> {
  const attempts = new Map<AttemptId, Entry[]>();
  for (const entry of entries) {
    if (entry.attempt === null) continue;
    const own = attempts.get(entry.attempt);
    if (own === undefined) attempts.set(entry.attempt, [entry]);
    else own.push(entry);
  }
  return attempts;
}

/** The check that made a finding, by the finding's id: `voom-on` of `voom-on-1`. */
export function checkOf(finding: string): string {
  return finding.replace(/-\d+$/, '');
}

function attemptOf(id: AttemptId, entries: readonly Entry[]): PastAttempt | null {
  const events = entries.map(({ event }) => event);
  const beginning = entries.find(({ event }) => event.kind === 'attempted');
  if (beginning?.event.kind !== 'attempted') return null;
  const { at, account, event } = beginning;
  const asked = eventsOf(events, 'asked');
  const found = new Set(asked.flatMap(({ findings }) => findings).map(checkOf));
  const caught = eventsOf(events, 'caught').map(({ by }) => checkOf(by));
  return {
    id,
    at,
    account,
    broadcast: event.broadcast,
    asked: asked.length === 0 ? null : [...new Set(asked.flatMap(({ items }) => items))],
    found: [...found],
    stoppedBy: [...new Set(caught)].filter((by) => found.has(by)),
    reasonsFor: eventsOf(events, 'released').flatMap(({ reasons }) => reasons.map(({ check }) => check)),
    wasSent: wasSent(entries),
  };
}

function wasSent(entries: readonly Entry[]): boolean {
  return entries.some(
    (entry, place) =>
      entry.event.kind === 'overridden' || pastBroadcast(entry, entries.slice(place + 1)) !== null,
  );
}

function eventsOf<K extends JournalEvent['kind']>(
  events: readonly JournalEvent[],
  kind: K,
): readonly Extract<JournalEvent, { readonly kind: K }>[] {
  const isOfKind = (event: JournalEvent): event is Extract<JournalEvent, { readonly kind: K }> =>
    event.kind === kind;
  return events.filter(isOfKind);
}
