import type { Clock } from '../../domain/clock.ts';
import type { JournalPorts } from '../journal/journal-ports.ts';
import type { DraftStore } from './draft-store.ts';
import type { SigningPorts } from './signing/signing-ports.ts';

/** Everything the supervisor's page needs from outside. */
export interface SupervisorPorts {
  readonly clock: Clock;
  readonly draft: DraftStore;
  /** The journal's entries before one, newest first. */
  readonly pageBefore: JournalPorts['pageBefore'];
  readonly saveFile: JournalPorts['saveFile'];
  readonly signing: SigningPorts;
}
