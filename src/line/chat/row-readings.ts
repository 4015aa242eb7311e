import type { DirectionMode } from './direction.ts';
import { type RowFacts, readRow } from './read-row.ts';

/** What rows show, each read once until it changes. */
export class RowReadings {
  readonly #list: HTMLElement;
  readonly #onRead: (row: HTMLElement, facts: RowFacts) => void;
  readonly #facts = new WeakMap<HTMLElement, RowFacts>();
  #mode: DirectionMode = 'class';

  /** @param onRead told of every reading, before anybody gets it */
  constructor(list: HTMLElement, onRead: (row: HTMLElement, facts: RowFacts) => void) {
    this.#list = list;
    this.#onRead = onRead;
  }

  of(row: HTMLElement): RowFacts {
    const known = this.#facts.get(row);
    if (known !== undefined) return known;
    const facts = readRow(row, this.#list, this.#mode);
    this.#facts.set(row, facts);
    this.#onRead(row, facts);
    return facts;
  }

  /** The rows may show something else now. */
  forget(rows: Iterable<HTMLElement>): void {
    for (const row of rows) this.#facts.delete(row);
  }

  /** From now on rows are told apart by where they stand. False if they were already. */
  useLayout(rows: readonly HTMLElement[]): boolean {
    if (this.#mode === 'layout') return false;
    this.#mode = 'layout';
    this.forget(rows);
    return true;
  }
}
