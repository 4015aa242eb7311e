import type { Instant } from '../clock.ts';

/** What is known of this computer's clock. */
export interface ClockReading {
  /** Wrong by more than can be corrected: nothing that depends on it may be promised. */
  readonly isWrong: boolean;
  /** Milliseconds to add to it. */
  readonly correctionMs: number;
}

/** The corrected time; null when the clock cannot be trusted. */
export function correctedNow(pcNow: Instant, { isWrong, correctionMs }: ClockReading): Instant | null {
  return isWrong ? null : pcNow + correctionMs;
}
