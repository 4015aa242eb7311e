import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { AttemptId, Broadcast } from '../../domain/broadcast/broadcast.ts';
import { fingerprintText } from '../../domain/broadcast/fingerprint.ts';
import { linksOf } from '../../domain/broadcast/text/links-of.ts';
import type { Clock } from '../../domain/clock.ts';
import type { BroadcastCounts, JournalEvent } from '../../domain/journal/entry.ts';
import { excerptOf } from '../../domain/journal/excerpt.ts';
import type { Excerpt } from '../../domain/policy/excerpts.ts';
import { sha256 } from '../../platform/digest.ts';
import type { GatePorts, Journal } from './gate-ports.ts';

/** Whom an entry is about. */
export interface About {
  readonly attempt: AttemptId | null;
  readonly account: BasicId | null;
}

/**
 * Writes an event into the journal.
 * @param once what makes the event the same when it is told again; without it every call writes
 * @throws whatever the journal throws
 */
export async function writeEvent(
  { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
  { attempt, account }: About,
  event: JournalEvent,
  once: string | null,
): Promise<void> {
  const key = once === null ? undefined : `${attempt ?? ''}:${once}`;
  await journal.append({ at: clock.now(), attempt, account, event }, key);
}

/** SHA-256 of all that a person answers for. */
export function fingerprintOf(broadcast: Broadcast, people: number | null): Promise<string> {
  return sha256(fingerprintText(broadcast, people));
}

/** What the journal keeps of a fingerprint; null where no digest can be made: never the fingerprint itself, which can be guessed. */
export async function keyedDigestOf(
  { journal, report }: Pick<GatePorts, 'journal' | 'report'>,
  fingerprint: string,
): Promise<string | null> {
  try {
    return await journal.digest(fingerprint);
  } catch (error) {
    report('make a digest for the journal', error);
    return null;
  }
}

/** Counts with what the rules want kept of the text, for a broadcast that is let go. */
export function withExcerpt(counts: BroadcastCounts, broadcast: Broadcast, rule: Excerpt): BroadcastCounts {
  const excerpt = excerptOf(broadcast, rule);
  return excerpt === undefined ? counts : { ...counts, excerpt };
}

/** What the journal keeps of a broadcast: not a word of it. @param digest of its fingerprint, by a key that nobody has */
export function countsOf(
  broadcast: Broadcast,
  people: number | null,
  digest: string | null,
): BroadcastCounts {
  const { audience, schedule, bubbles, voom } = broadcast;
  return {
    fingerprint: digest,
    keyed: true,
    audience: audience.kind,
    people,
    scheduledAt: schedule.kind === 'at' ? schedule.at : null,
    bubbles: bubbles.length,
    letters: bubbles.reduce((sum, { text }) => sum + [...text].length, 0),
    links: linksOf(broadcast).length,
    voom,
  };
}
