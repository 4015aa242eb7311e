import type { Instant } from '../../domain/clock.ts';
import {
  nextChange,
  type TimeLeft,
  timeLeft,
  type Urgency,
  urgencyOf,
  type WarnSetting,
} from '../../domain/unsend/status.ts';

/** What a row of the list says about a message that can surely be unsent until `safeUntil`. */
export interface Countdown {
  readonly left: TimeLeft;
  readonly urgency: Urgency;
}

/** What to say at `now`; null when the promise has ended. */
export function countdownOf(safeUntil: Instant, warn: WarnSetting, now: Instant): Countdown | null {
  if (now >= safeUntil) return null;
  const left = timeLeft(safeUntil, now);
  return { left, urgency: urgencyOf(left, warn) };
}

/** When the first of several countdowns changes what it says; null when all have ended. */
export function nextCountdownChange(deadlines: readonly Instant[], now: Instant): Instant | null {
  const changes = deadlines
    .filter((safeUntil) => now < safeUntil)
    .map((safeUntil) =>
      nextChange({ state: 'safe', left: timeLeft(safeUntil, now), safeUntil, overFrom: safeUntil }, now),
    )
    .filter((change) => change !== null);
  return changes.length > 0 ? Math.min(...changes) : null;
}
