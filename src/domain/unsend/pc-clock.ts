import { type Instant, MINUTE } from '../clock.ts';

/** A bubble may lie this far in the future and still be explained by a slow clock: docs/line-pages.md, "The exact boundary". */
export const CORRECTION_LIMIT_MS = 2 * MINUTE;

const SAMPLES_KEPT = 9;

/**
 * How far the computer's clock runs behind LINE's. A slow clock would make us promise too much, so it is corrected; a
 * fast one makes promises shorter, which needs no correction.
 */
export class PcClock {
  readonly #liveSamples: number[] = [];
  #furthestAhead = 0;

  /**
   * A message was sent live: the operator pressed send at `pressedAt` by this computer's clock, LINE's id says `sentAt`.
   * The difference holds the time the request took as well, which errs on the cautious side.
   */
  noteSentLive(pressedAt: Instant, sentAt: Instant): void {
    this.#liveSamples.push(sentAt - pressedAt);
    if (this.#liveSamples.length > SAMPLES_KEPT) this.#liveSamples.shift();
  }

  /**
   * A message carries the send time `sentAt` while this computer's clock says `pcNow`. One that lies further ahead than
   * can be corrected counts for nothing here: it may as well be a damaged id (see {@link isBeyondCorrection}).
   */
  noteSeen(sentAt: Instant, pcNow: Instant): void {
    const ahead = sentAt - pcNow;
    if (ahead <= CORRECTION_LIMIT_MS) this.#furthestAhead = Math.max(this.#furthestAhead, ahead);
  }

  /** Milliseconds to add to this computer's clock; null when it is wrong by more than can be corrected. */
  correction(): number | null {
    const correction = Math.max(0, this.#furthestAhead, median(this.#liveSamples));
    return correction > CORRECTION_LIMIT_MS ? null : correction;
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
