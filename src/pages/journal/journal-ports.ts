import type { Clock } from '../../domain/clock.ts';
import type { Proofs } from '../../domain/journal/check-journal.ts';
import type { AnswerOf } from '../../messaging/protocol.ts';

export type JournalPage = AnswerOf<'journalPage'>;
export type JournalStep = AnswerOf<'journalExport'>;

/** Everything the journal's page needs from outside. */
export interface JournalPorts extends Proofs {
  readonly clock: Clock;
  /** The entries before one, newest first; null: from the newest. None when there are no more. */
  readonly pageBefore: (before: number | null) => Promise<JournalPage>;
  /** The entries from one on, oldest first, and the end of the journal as it is remembered elsewhere. */
  readonly stepFrom: (from: number) => Promise<JournalStep>;
  /** Lets the browser save a file; `parts` in order are its content. */
  readonly saveFile: (name: string, type: string, parts: readonly string[]) => void;
}
