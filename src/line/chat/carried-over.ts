import { type Clock, type Instant, MINUTE } from '../../domain/clock.ts';
import { attributes } from './anchors.ts';

/** Seen for at least this long under the old address, a row surely belongs to it. */
const SURELY_OLD_MS = 250;
/** No conversation takes longer to load; what is still there then was there before its address was. */
const LOADED_WITHIN_MS = MINUTE;

/** What is to be known of a row when another conversation takes over the list: its id then, and since when it is there. */
interface Present {
  readonly row: HTMLElement;
  readonly id: string | null;
  readonly since: Instant;
}

/** Since when rows have been on the page. */
export class RowPresence {
  readonly #clock: Clock;
  readonly #since = new WeakMap<HTMLElement, Instant>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The rows have come now. */
  note(rows: readonly HTMLElement[]): void {
    for (const row of rows) this.#since.set(row, this.#clock.now());
  }

  of(rows: readonly HTMLElement[]): readonly Present[] {
    return rows.map((row) => ({
      row,
      id: row.getAttribute(attributes.messageId),
      since: this.#since.get(row) ?? this.#clock.now(),
    }));
  }
}

/**
 * The rows that were on the page already when its address changed, with the ids they had then. Whether LINE changes the
 * address before or after the rows is not known.
 */
export class CarriedOver {
  readonly #clock: Clock;
  readonly #rows: ReadonlyMap<HTMLElement, string | null>;
  readonly #until: Instant;

  /** @param rows what the conversation showed that was left */
  constructor(rows: readonly Present[], clock: Clock) {
    const now = clock.now();
    this.#clock = clock;
    this.#until = now + LOADED_WITHIN_MS;
    const old = rows.filter(({ since }) => now - since >= SURELY_OLD_MS);
    this.#rows = new Map(old.map(({ row, id }) => [row, id]));
  }

  /** True while a row may still be the old conversation's. An id that took another's place is a new message. */
  has(row: HTMLElement, id: string | null): boolean {
    if (!this.#rows.has(row) || this.#clock.now() > this.#until) return false;
    const before = this.#rows.get(row) ?? null;
    return before === null || before === id;
  }
}
