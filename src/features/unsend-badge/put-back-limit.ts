import { type Instant, MINUTE } from '../../domain/clock.ts';

/** How often in a minute a badge is put in that the page keeps dropping. */
const TIMES_A_MINUTE = 6;

/** Keeps Matta from fighting with LINE's rendering over one badge. */
export class PutBackLimit {
  #since: Instant = Number.NEGATIVE_INFINITY;
  #times = 0;

  /** Counts one more time; null: go ahead, otherwise the instant from which on it may be tried again. */
  next(now: Instant): Instant | null {
    if (now - this.#since >= MINUTE || now < this.#since) {
      this.#since = now;
      this.#times = 0;
    }
    if (this.#times >= TIMES_A_MINUTE) return this.#since + MINUTE;
    this.#times++;
    return null;
  }
}
