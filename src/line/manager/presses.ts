import type { Clock } from '../../domain/clock.ts';
import { anySelector } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import { labelsOf } from './label.ts';
import { type Answer, PressAnswers, type Stage } from './press-answers.ts';
import { isClickedBy, isInOurs, pressedIn } from './pressables.ts';
import { around, closest, type OpenRoot } from './roots.ts';

const TAKES_ENTER = anySelector('takesEnter');

/** What presses are heard with. */
export interface PressPorts {
  readonly clock: Clock;
  readonly openRoot: OpenRoot;
  /** Called once for each press on something that can be pressed. */
  ask(element: HTMLElement): Answer;
  /** Called for each press that a person made, before it is asked about. */
  note(element: HTMLElement): void;
  /** The button that an event is for which names none: a submit by script, Enter in a dialog. */
  defaultOf(place: Element): HTMLElement | null;
}

/**
 * Hears every press before the page does, however it is made: mouse, finger, pen, keys, script, Enter in a form. What is held
 * is kept from the page altogether. The page's own listeners that were first on the window hear it all the same, as does
 * `form.submit()`, which makes no event: the held request is what guards against these.
 */
export class Presses {
  readonly #ports: PressPorts;
  readonly #answers: PressAnswers;
  /** The held key press whose key is still down. */
  #heldKey: { readonly key: string } | null = null;

  constructor(window: Window, ports: PressPorts, signal: AbortSignal) {
    this.#ports = ports;
    this.#answers = new PressAnswers(ports.clock);
    // Not passive: touch events on the window are, unless one says so, and then cannot be held.
    const options = { capture: true, passive: false, signal };
    window.addEventListener('click', (event) => this.#guarded(() => this.#clicked(event)), options);
    window.addEventListener('keydown', (event) => this.#guarded(() => this.#keyDown(event)), options);
    window.addEventListener('keyup', (event) => this.#guarded(() => this.#keyUp(event)), options);
    window.addEventListener('submit', (event) => this.#guarded(() => this.#submitted(event)), options);
    for (const type of ['pointerdown', 'mousedown', 'touchstart'] as const)
      window.addEventListener(type, (event) => this.#guarded(() => this.#pointed(event, true)), options);
    for (const type of ['pointerup', 'mouseup', 'touchend', 'dblclick'] as const)
      window.addEventListener(type, (event) => this.#guarded(() => this.#pointed(event, false)), options);
  }

  #clicked(event: MouseEvent): void {
    this.#pressed(event, 'click', pressedIn(event, this.#ports.openRoot), false);
  }

  #keyDown(event: KeyboardEvent): void {
    // Enter that ends the input of Japanese or Chinese letters is no press; 229 stands for it where nothing else does.
    if (event.isComposing || event.keyCode === 229) return;
    if (!event.repeat) this.#answers.begin();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const element = this.#pressedByKey(event, event.key);
    if (element === null) return;
    if (this.#pressed(event, 'keydown', element, event.repeat) === 'hold') this.#heldKey = { key: event.key };
  }

  /** Null where the browser makes a click of the key, Enter now and Space when the key goes up. */
  #pressedByKey(event: KeyboardEvent, key: 'Enter' | ' '): HTMLElement | null {
    const element = pressedIn(event, this.#ports.openRoot);
    if (element !== null) return isClickedBy(key, element) ? null : element;
    // Dialogs take Enter for their main button, whatever has the focus.
    const dialog = key === 'Enter' && !isInOurs(event) ? dialogOf(event) : null;
    return dialog === null ? null : this.#ports.defaultOf(dialog);
  }

  #keyUp(event: KeyboardEvent): void {
    if (this.#heldKey?.key !== event.key) return;
    this.#heldKey = null;
    stop(event);
  }

  #submitted(event: SubmitEvent): void {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement)) return;
    const named = submitter !== null && this.#isNamed(submitter) ? submitter : null;
    this.#pressed(
      event,
      'submit',
      named ?? this.#pressedBefore(target) ?? this.#ports.defaultOf(target),
      false,
    );
  }

  /** Pages whose buttons are no real ones submit the form by script when they are pressed. */
  #pressedBefore(form: HTMLFormElement): HTMLElement | null {
    const element = this.#answers.current();
    const isOfForm = element !== null && this.#isNamed(element) && [...around(element)].includes(form);
    return isOfForm ? element : null;
  }

  /** A hidden submit button is there only so that Enter submits: what it stands for, it does not say. */
  #isNamed(element: HTMLElement): boolean {
    return labelsOf(element, this.#ports.openRoot).length > 0;
  }

  #pointed(event: Event, isBegin: boolean): void {
    const held = this.#answers.justHeld();
    if (held !== null && pressedIn(event, this.#ports.openRoot) === held) stop(event);
    else if (isBegin) this.#answers.begin();
  }

  #pressed(event: Event, stage: Stage, element: HTMLElement | null, isRepeated: boolean): Answer {
    if (element === null) return 'pass';
    if (event.isTrusted && stage !== 'submit') this.#ports.note(element);
    const answer = this.#answers.answer(element, stage, isRepeated, () => this.#ports.ask(element));
    if (answer === 'hold') stop(event);
    return answer;
  }

  /** A mistake of ours must not make the page's buttons dead without a word: the request is held later in any case. */
  #guarded(hear: () => void): void {
    try {
      hear();
    } catch (error) {
      console.error('Matta:', error);
    }
  }
}

/** The dialog that gets a key; null where something in it takes the key for itself. */
function dialogOf(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element && closest(target, TAKES_ENTER) === null ? dialogAround(target) : null;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
