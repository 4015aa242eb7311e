/** How long the queue may wait for a quiet moment of the page; hidden tabs hardly ever have one. */
const WAITS_AT_MOST_MS = 1_000;
/** A moment shorter than this is left to the page. */
const LEAST_MOMENT_MS = 2;
/** A few each time, so that a page with nothing but short moments does not keep them waiting for ever. */
const LEAST_ROWS = 20;
/** On a page that is never idle: what a conversation shows at first and a page of older rows, some 5 ms of work. */
const LEAST_ROWS_AFTER_WAITING = 200;

/** Rows that are looked at one by one when the page has nothing else to do. */
export class RowQueue {
  readonly #take: (row: HTMLElement) => void;
  readonly #signal: AbortSignal;
  #rows: HTMLElement[] = [];
  #next = 0;
  #asked = false;

  constructor(take: (row: HTMLElement) => void, signal: AbortSignal) {
    this.#take = take;
    this.#signal = signal;
  }

  add(rows: readonly HTMLElement[]): void {
    this.#rows = this.#rows.slice(this.#next).concat(rows);
    this.#next = 0;
    this.#ask();
  }

  #ask(): void {
    if (this.#asked || this.#rows.length === 0) return;
    this.#asked = true;
    requestIdleCallback((moment) => this.#work(moment), { timeout: WAITS_AT_MOST_MS });
  }

  #work(moment: IdleDeadline): void {
    this.#asked = false;
    if (this.#signal.aborted) return;
    const atLeast = this.#next + (moment.didTimeout ? LEAST_ROWS_AFTER_WAITING : LEAST_ROWS);
    while (this.#next < this.#rows.length) {
      if (this.#next >= atLeast && moment.timeRemaining() < LEAST_MOMENT_MS) break;
      const row = this.#rows[this.#next++];
      if (row?.isConnected) this.#take(row);
    }
    if (this.#next === this.#rows.length) {
      this.#rows = [];
      this.#next = 0;
    }
    this.#ask();
  }
}
