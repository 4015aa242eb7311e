import type { BasicId } from '../broadcast/basic-id.ts';
import type { Instant } from '../clock.ts';
import type { Entry } from './entry.ts';

/** A broadcast that went out, as the journal tells. */
export interface Sending {
  /** The number of the entry that tells of it. */
  readonly seq: number;
  readonly account: BasicId | null;
  /** When it was to arrive: the reserved time, or when LINE took it. */
  readonly at: Instant;
  /** By the estimate of then; null where nobody knew. */
  readonly people: number | null;
  /** How its text begins, where the journal keeps that. */
  readonly text: string | null;
  /** `checked`: its checklist was answered. `override`: it went by the way out. `unconfirmed`: nothing had allowed it. */
  readonly how: 'checked' | 'override' | 'unconfirmed';
}

type LetGo = Extract<Entry['event'], { kind: 'released' | 'overridden' }>;

/** All that went out, oldest first. What LINE refused did not; of what has no known outcome it is taken that it did. */
export function sendingsOf(entries: Iterable<Entry>): readonly Sending[] {
  const letGo = new Map<string, LetGo>();
  const sendings: Sending[] = [];
  for (const entry of entries) {
    const { attempt, event } = entry;
    if (attempt !== null) follow(letGo, attempt, event);
    if (hasGone(entry)) sendings.push(sendingOf(entry, letGo.get(attempt ?? '') ?? null));
  }
  return sendings;
}

function follow(letGo: Map<string, LetGo>, attempt: string, event: Entry['event']): void {
  if (event.kind === 'released' || event.kind === 'overridden') letGo.set(attempt, event);
  // Other content than what was let go.
  if (event.kind === 'unconfirmed') letGo.delete(attempt);
}

/** Of what had been let go its outcome tells, also where it went with other content: it is one broadcast. */
function hasGone({ attempt, event }: Entry): boolean {
  if (event.kind === 'outcome') return attempt !== null && event.outcome !== 'refused-by-server';
  return event.kind === 'unconfirmed' && attempt === null && mayHaveArrived(event.status);
}

function mayHaveArrived(status: number | null): boolean {
  return status === null || (status >= 200 && status <= 299);
}

function sendingOf({ seq, account, at }: Entry, event: LetGo | null): Sending {
  if (event === null) return { seq, account, at, people: null, text: null, how: 'unconfirmed' };
  const { scheduledAt, people, excerpt = null } = event.broadcast;
  const how = event.kind === 'overridden' ? 'override' : 'checked';
  return { seq, account, at: scheduledAt ?? at, people, text: excerpt, how };
}
