import { type Clock, SECOND } from '../../../domain/clock.ts';

/** How often the clock is read, in milliseconds. */
const LOOK_EVERY_MS = 200;
/** The most that one look may count: a clock that jumps, or a computer that slept, shortens nothing. */
const MOST_AT_ONCE_MS = SECOND;

export interface CoolDownOptions {
  readonly seconds: number;
  readonly clock: Clock;
  /** Time counts only while it is to be seen. */
  readonly document: Document;
  /** Full seconds that are left, from the first on. */
  readonly onTick: (secondsLeft: number) => void;
  readonly onEnd: () => void;
  readonly signal: AbortSignal;
}

/** Counts down the seconds in which a broadcast can still be stopped. No seconds: it ends at once. */
export function coolDown({ seconds, clock, document, onTick, onEnd, signal }: CoolDownOptions): void {
  if (seconds <= 0) {
    onEnd();
    return;
  }
  let leftMs = seconds * SECOND;
  let shown = seconds;
  let last = clock.now();
  let wasHidden = document.hidden;
  const look = () => {
    const now = clock.now();
    if (!wasHidden) leftMs -= Math.min(Math.max(now - last, 0), MOST_AT_ONCE_MS);
    last = now;
    wasHidden = document.hidden;
    const left = Math.ceil(leftMs / SECOND);
    if (left <= 0) {
      clearInterval(timer);
      onEnd();
    } else if (left !== shown) {
      shown = left;
      onTick(left);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal });
  onTick(seconds);
}
