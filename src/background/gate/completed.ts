import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import type { Addressed } from '../../domain/broadcast/changes.ts';
import type { PassId } from '../../domain/broadcast/pass-book.ts';
import type { JournalEvent } from '../../domain/journal/entry.ts';

type Released = Extract<JournalEvent, { kind: 'released' }>;

/** A checklist that has been answered. `entry` is what the journal will say when the broadcast goes. */
export interface Completed {
  readonly attempt: Attempt;
  readonly fingerprint: string;
  readonly entry: Released;
}

/** One that waits for its request. */
export interface Waiting extends Completed {
  readonly pass: PassId;
}

/** What an attempt is compared by. */
export function addressed({ broadcast, page }: Attempt): Addressed {
  return { broadcast, people: page.people };
}
