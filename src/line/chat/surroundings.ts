import type { Clock } from '../../domain/clock.ts';
import type { PcClock } from '../../domain/unsend/pc-clock.ts';
import type { Presses } from './presses.ts';

/** What the page knows beyond one conversation. */
export interface Surroundings {
  readonly document: Document;
  readonly clock: Clock;
  readonly pcClock: PcClock;
  readonly presses: Presses;
}
