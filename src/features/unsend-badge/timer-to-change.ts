import type { Clock, Instant } from '../../domain/clock.ts';

/** The longest delay that browsers take. */
const LONGEST_DELAY_MS = 2_147_483_647;

/**
 * One timer that is aimed at the next change of anything in view. Nothing runs while the tab is hidden; on return, and
 * after sleep or a change of the computer's clock, everything is looked at anew instead of being counted on.
 */
export class TimerToChange {
  readonly #clock: Clock;
  readonly #document: Document;
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #aim: Instant | null = null;

  constructor(document: Document, clock: Clock, act: () => void, signal: AbortSignal) {
    this.#document = document;
    this.#clock = clock;
    this.#act = act;
    document.addEventListener('visibilitychange', () => this.#visibilityChanged(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** Aims at the first of some moments by this computer's clock; null stands for none. */
  aimAtFirst(moments: readonly (Instant | null)[]): void {
    const known = moments.filter((moment) => moment !== null);
    this.#aimAt(known.length === 0 ? null : Math.min(...known));
  }

  #aimAt(at: Instant | null): void {
    if (at === this.#aim && this.#timer !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#aim = at;
    if (at === null || this.#document.hidden) return;
    const delay = Math.min(Math.max(at - this.#clock.now(), 0), LONGEST_DELAY_MS);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#act();
    }, delay);
  }

  #visibilityChanged(): void {
    if (this.#document.hidden) this.#aimAt(null);
    else this.#act();
  }
}
