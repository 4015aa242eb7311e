import type { GateRun } from './gate-run.ts';

/** What does something of its own with Enter. */
const TAKES_ENTER = 'button, a[href], input[type="text"]';

/**
 * Escape goes back without asking, and so does Enter until everything is answered, unless it confirms a field or presses
 * what has the focus. A key that is held down, or that belongs to the composition of a word, does neither.
 */
export function handleKey(event: KeyboardEvent, run: GateRun): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    run.cancel();
  }
  if (event.key !== 'Enter') return;
  if (event.repeat) event.preventDefault();
  else if (!takesEnter(event.target)) goBackUnlessComplete(event, run);
}

function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TAKES_ENTER);
}

function goBackUnlessComplete(event: KeyboardEvent, run: GateRun): void {
  event.preventDefault();
  const { phase } = run;
  if (phase.name === 'asking' && phase.answers.isComplete()) return;
  run.cancel();
}
