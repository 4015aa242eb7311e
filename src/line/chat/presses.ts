import type { Clock, Instant } from '../../domain/clock.ts';
import { anySelector } from './anchors.ts';

/** A message that does not appear within this time after a press is not taken for the one that was sent by it. */
const PRESS_COUNTS_MS = 30_000;

/** When the operator pressed send. Each press stands for one message, in the order in which they were made. */
export class Presses {
  readonly #clock: Clock;
  #times: Instant[] = [];

  constructor(document: Document, clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    const composer = anySelector('composer');
    const sendControl = anySelector('sendControl');
    const options = { capture: true, passive: true, signal };
    document.addEventListener(
      'keydown',
      (event) => {
        const composing = event.isComposing || event.keyCode === 229;
        if (event.key === 'Enter' && !event.shiftKey && !composing && isInside(event, composer)) this.#note();
      },
      options,
    );
    document.addEventListener('click', (event) => isInside(event, sendControl) && this.#note(), options);
  }

  /** The oldest press that no message has been taken for yet; null when there is none. */
  take(): Instant | null {
    const oldest = this.#clock.now() - PRESS_COUNTS_MS;
    this.#times = this.#times.filter((time) => time >= oldest);
    return this.#times.shift() ?? null;
  }

  /** Forgets all presses, as when another conversation is opened. */
  clear(): void {
    this.#times = [];
  }

  #note(): void {
    this.#times.push(this.#clock.now());
  }
}

function isInside(event: Event, selector: string): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(selector));
}
