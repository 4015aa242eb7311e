import { type Clock, type Instant, SECOND } from '../../domain/clock.ts';

/** What happens to one press: the page gets it, or not. */
export type Answer = 'hold' | 'pass';

/** The events of one press in their order. A key makes a click, a click a submit. */
export const STAGES = ['keydown', 'click', 'submit'] as const;
export type Stage = (typeof STAGES)[number];

/** A second press this soon after one that was held is the same nervous press, a double click for example. */
const SAME_PRESS_MS = 600;
/** A click may have to wait for a question of the browser's own before it makes its submit; no longer than this. */
const LATER_STAGE_MS = 10 * SECOND;

interface Answered {
  readonly element: HTMLElement;
  readonly stage: Stage;
  readonly answer: Answer;
  readonly at: Instant;
}

/** Sees to it that one press is asked about once, however many events the browser and the page make of it. */
export class PressAnswers {
  readonly #clock: Clock;
  #last: Answered | null = null;
  /** The operator has pressed anew since: no later event belongs to the last press. */
  #isOver = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A mouse button, finger or key goes down. */
  begin(): void {
    this.#isOver = true;
  }

  /** The answer for one event of a press; `ask` is called if there is none yet. */
  answer(element: HTMLElement, stage: Stage, isRepeated: boolean, ask: () => Answer): Answer {
    const given = this.#given(element, stage, isRepeated);
    if (given !== null) return given;
    const answer = ask();
    this.#last = { element, stage, answer, at: this.#clock.now() };
    this.#isOver = false;
    return answer;
  }

  /** The element of a press that was held a moment ago: what follows on it belongs to that press. */
  justHeld(): Element | null {
    const last = this.#last;
    return last?.answer === 'hold' && this.#within(last, SAME_PRESS_MS) ? last.element : null;
  }

  /** What is being pressed: later events of the same press may come. Null when there is nothing of the kind. */
  current(): HTMLElement | null {
    const last = this.#last;
    return last !== null && !this.#isOver && this.#within(last, LATER_STAGE_MS) ? last.element : null;
  }

  #given(element: Element, stage: Stage, isRepeated: boolean): Answer | null {
    const last = this.#last;
    if (last === null || last.element !== element) return null;
    if (this.justHeld() === element) return 'hold';
    if (isRepeated) return last.answer;
    const isLater = STAGES.indexOf(stage) > STAGES.indexOf(last.stage);
    // Of a press that was held nothing comes later: what looks like it is a new one.
    return isLater && last.answer === 'pass' && this.current() === element ? 'pass' : null;
  }

  #within({ at }: Answered, ms: number): boolean {
    const since = this.#clock.now() - at;
    return since >= 0 && since < ms;
  }
}
