import { useEffect, useState } from 'preact/hooks';
import type { Clock, Instant } from '../domain/clock.ts';

/**
 * The present moment, renewed when something visible changes: a timer is aimed at `nextChange(now)`, and the clock is read
 * again when it fires and when the page comes back into view. Ticks are never counted; they stop while a computer sleeps.
 */
export function useNow(clock: Clock, nextChange: (now: Instant) => Instant | null): Instant {
  const [now, setNow] = useState(() => clock.now());
  const next = nextChange(now);
  useEffect(() => {
    const shown = new AbortController();
    const look = () => setNow(clock.now());
    document.addEventListener('visibilitychange', look, { signal: shown.signal });
    window.addEventListener('focus', look, { signal: shown.signal });
    if (next !== null) wakeAt(next, clock, look, shown.signal);
    return () => shown.abort();
  }, [clock, next]);
  return now;
}

/** A timer may fire a little early; then it is aimed again. */
function wakeAt(at: Instant, clock: Clock, wake: () => void, signal: AbortSignal): void {
  const waitMs = at - clock.now();
  if (waitMs <= 0) {
    wake();
    return;
  }
  const timer = setTimeout(() => wakeAt(at, clock, wake, signal), waitMs);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
