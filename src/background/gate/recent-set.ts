/** Remembers the last values that were added, and forgets the oldest. */
export class RecentSet<T> {
  readonly #values = new Set<T>();
  readonly #limit: number;

  /** @param limit of how many values */
  constructor(limit: number) {
    this.#limit = limit;
  }

  has(value: T): boolean {
    return this.#values.has(value);
  }

  add(value: T): void {
    this.#values.add(value);
    const [oldest] = this.#values;
    if (oldest !== undefined && this.#values.size > this.#limit) this.#values.delete(oldest);
  }
}
