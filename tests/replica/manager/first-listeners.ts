import { switches } from './active-switches.ts';
import { actionIn, pressesAreCaptured } from './view/pressable.ts';

/** What the page's first listeners have seen last, as the real page reports it in a header of its own. */
let lastPressed = '';

/**
 * The page's own listeners on the window, in the capture phase and before everybody who comes later; with the switch
 * `capture` they also act on a press.
 */
export function listenFirst(signal: AbortSignal): void {
  if (switches.capture !== 'yes') return;
  const note = (event: Event) => {
    lastPressed = `${event.type} ${event.target instanceof Element ? event.target.localName : ''}`;
  };
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'keydown', 'submit'])
    addEventListener(type, note, { capture: true, signal });
  addEventListener(
    'click',
    (event) => {
      note(event);
      if (!pressesAreCaptured) return;
      const action = actionIn(event.composedPath());
      if (action === null) return;
      event.stopImmediatePropagation();
      action();
    },
    { capture: true, signal },
  );
}

export function lastPressedElement(): string {
  return lastPressed;
}
