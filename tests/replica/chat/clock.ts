const STORAGE_KEY = 'practice-clock-offset';
const CLOCK_EVENT = 'practice-clock';

let offsetMs = Number(localStorage.getItem(STORAGE_KEY) ?? 0);

/** The practice page's present, epoch ms: the computer's clock, moved by what a test has asked for. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** Moves the clock for the page and for everything else that listens to the same event. */
export function setNow(epochMs: number): void {
  document.dispatchEvent(new CustomEvent(CLOCK_EVENT, { detail: epochMs - Date.now() }));
}

/** Follows `practice-clock` events (detail: offset in ms) and calls back after each. */
export function followClock(onChange: () => void, signal: AbortSignal): void {
  document.addEventListener(
    CLOCK_EVENT,
    (event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'number') return;
      offsetMs = event.detail;
      localStorage.setItem(STORAGE_KEY, String(offsetMs));
      onChange();
    },
    { signal },
  );
}
