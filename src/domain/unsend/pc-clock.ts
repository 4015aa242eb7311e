import { type Clock, type Instant, MINUTE, SECOND } from '../clock.ts';

/** A bubble may lie this far in the future and still be explained by a slow clock: docs/line-pages.md, "The exact boundary". */
export const CORRECTION_LIMIT_MS = 2 * MINUTE;

const SAMPLES_KEPT = 9;

/**
 * How far the computer's clock runs behind LINE's. A slow clock would make us promise too much, so it is corrected; a
 * fast one makes promises shorter, which needs no correction. What was found out holds for all conversations of a tab.
 */
export class PcClock {
  readonly #clock: Clock;
  readonly #steadyMs: () => number;
  /** What the clock would have said at the steady time 0 if it had never been set. */
  readonly #start: Instant;
  readonly #liveSamples: number[] = [];
  #furthestAhead = 0;
  #isWrong = false;

  /** @param steadyMs milliseconds that have passed since some moment, whatever the computer's clock is set to */
  constructor(clock: Clock, steadyMs: () => number) {
    this.#clock = clock;
    this.#steadyMs = steadyMs;
    this.#start = clock.now() - steadyMs();
  }

  /**
   * A message was sent live: the operator pressed send at `pressedAt` by this computer's clock, LINE's id says `sentAt`.
   * The difference holds the time the request took as well, which errs on the cautious side.
   */
  noteSentLive(pressedAt: Instant, sentAt: Instant): void {
    this.#liveSamples.push(sentAt - pressedAt);
    if (this.#liveSamples.length > SAMPLES_KEPT) this.#liveSamples.shift();
  }

  /**
   * A message carries the send time `sentAt`. One that lies further ahead than can be corrected counts for nothing here:
   * it may as well be a damaged id (see {@link isBeyondCorrection} and {@link noteWrong}).
   */
  noteSeen(sentAt: Instant): void {
    const ahead = sentAt - this.#clock.now();
    if (ahead <= CORRECTION_LIMIT_MS) this.#furthestAhead = Math.max(this.#furthestAhead, ahead);
  }

  /** It is certain that the clock is wrong by more than can be corrected. Holds until the page is loaded anew. */
  noteWrong(): void {
    this.#isWrong = true;
  }

  /**
   * Milliseconds to add to this computer's clock, whole seconds, rounded up; null when it is wrong by more than can be
   * corrected. A clock that was set back since counts as slow by that much.
   */
  correction(): number | null {
    const setBack = Math.max(0, this.#start + this.#steadyMs() - this.#clock.now());
    const found = Math.max(0, this.#furthestAhead, median(this.#liveSamples));
    // Both kinds of clock drift by milliseconds, which proves nothing.
    const correction = found + (setBack >= SECOND ? setBack : 0);
    const seconds = Math.ceil(correction / SECOND) * SECOND;
    return this.#isWrong || seconds > CORRECTION_LIMIT_MS ? null : seconds;
  }

  /** The corrected current time; null when the clock is wrong by more than can be corrected. */
  now(): Instant | null {
    const correction = this.correction();
    return correction === null ? null : this.#clock.now() + correction;
  }
}

/** True when a message lies so far in the future that either it or the clock must be wrong. */
export function isBeyondCorrection(sentAt: Instant, pcNow: Instant): boolean {
  return sentAt - pcNow > CORRECTION_LIMIT_MS;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
