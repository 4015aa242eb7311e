import type { Clock, Instant } from '../../domain/clock.ts';
import { SECOND } from '../../domain/clock.ts';
import { dialogAround } from './dialogs.ts';
import { labelsOf } from './label.ts';
import type { SendPress } from './manager-page.ts';
import type { Answer } from './press-answers.ts';
import { buttonsIn, isPressable } from './pressables.ts';
import { Presses } from './presses.ts';
import type { OpenRoot } from './roots.ts';
import type { Opener, SendButtons } from './send-button.ts';

/** A request that leaves later than this after a press was not made by it. */
const MOMENT_MS = 2 * SECOND;

export interface SendPressPorts {
  readonly clock: Clock;
  readonly openRoot: OpenRoot;
  readonly buttons: SendButtons;
  /** True where broadcasts are written; elsewhere nothing is held. */
  isEditor(): boolean;
}

type Listener = (press: SendPress) => Answer;

/** Asks its listeners about every press that sends, and remembers what was pressed last. */
export class SendPresses {
  readonly #ports: SendPressPorts;
  readonly #listeners = new Set<Listener>();
  #opener: Opener = 'other';
  #last: { readonly label: string; readonly at: Instant } | null = null;

  constructor(window: Window, ports: SendPressPorts, signal: AbortSignal) {
    this.#ports = ports;
    const { clock, openRoot } = ports;
    const hearing = {
      clock,
      openRoot,
      ask: (element: HTMLElement) => this.#ask(element),
      note: (element: HTMLElement) => this.#note(element),
      defaultOf: (place: Element) => this.#defaultOf(place),
    };
    new Presses(window, hearing, signal);
  }

  /** One that answers `hold` is enough. */
  add(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Another page is shown: what was pressed on the last one has opened nothing on this. */
  forgetOpener(): void {
    this.#opener = 'other';
  }

  lastLabel(): string | null {
    if (this.#last === null) return null;
    const since = this.#ports.clock.now() - this.#last.at;
    return since >= 0 && since <= MOMENT_MS ? this.#last.label : null;
  }

  #ask(element: HTMLElement): Answer {
    const { buttons, isEditor } = this.#ports;
    if (!isEditor()) return 'pass';
    const press = buttons.read(element, this.#opener);
    if (dialogAround(element) === null) this.#opener = buttons.opens(element);
    if (press === null) return 'pass';
    const answers = [...this.#listeners].map((listener) => listener(press));
    return answers.includes('hold') ? 'hold' : 'pass';
  }

  #note(element: HTMLElement): void {
    const [label] = labelsOf(element, this.#ports.openRoot);
    this.#last = label === undefined ? null : { label, at: this.#ports.clock.now() };
  }

  #defaultOf(place: Element): HTMLElement | null {
    const { buttons, isEditor, openRoot } = this.#ports;
    if (!isEditor()) return null;
    const sending = buttonsIn(place, openRoot).find(
      (each) => isPressable(each) && buttons.read(each, this.#opener) !== null,
    );
    return sending ?? null;
  }
}
