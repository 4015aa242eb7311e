/** Rows in page order. Keeping the order costs a binary search a batch; looking up rows near the view likewise. */
export class RowOrder {
  #rows: HTMLElement[] = [];

  get all(): readonly HTMLElement[] {
    return this.#rows;
  }

  /** Puts in rows that are in the document now. Rows of one call mostly stand together. */
  insert(added: readonly HTMLElement[]): void {
    const sorted = added.length > 1 ? added.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)) : added;
    const [first] = sorted;
    const last = sorted.at(-1);
    if (first === undefined || last === undefined) return;
    const at = this.#positionFor(first);
    const next = this.#rows[at];
    if (next === undefined || isBefore(last, next)) {
      this.#rows =
        at === this.#rows.length ? this.#rows.concat(sorted) : this.#rows.toSpliced(at, 0, ...sorted);
      return;
    }
    for (const row of sorted) this.#rows.splice(this.#positionFor(row), 0, row);
  }

  /** Takes out rows; those that are not in it are ignored. */
  remove(removed: ReadonlySet<HTMLElement>): void {
    if (removed.size > 0) this.#rows = this.#rows.filter((row) => !removed.has(row));
  }

  /** Where a row stands; -1 when it does not. */
  indexOf(row: HTMLElement): number {
    const at = this.#positionFor(row);
    return this.#rows[at] === row ? at : -1;
  }

  /**
   * The rows that lie at least partly between two heights of the viewport, in CSS pixels. Reads the layout of about
   * log2(rows) rows and of those that are returned.
   */
  between(top: number, bottom: number): readonly HTMLElement[] {
    const first = lowerBound(this.#rows, (row) => row.getBoundingClientRect().bottom < top);
    let end = first;
    while (end < this.#rows.length && (this.#rows[end]?.getBoundingClientRect().top ?? bottom) < bottom)
      end++;
    return this.#rows.slice(first, end);
  }

  #positionFor(row: HTMLElement): number {
    const last = this.#rows.at(-1);
    // New messages are by far the most frequent case.
    if (last === undefined || isBefore(last, row)) return this.#rows.length;
    return lowerBound(this.#rows, (other) => other !== row && isBefore(other, row));
  }
}

/** Index of the first element for which `isTooSmall` is false. */
function lowerBound<T>(sorted: readonly T[], isTooSmall: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = sorted[middle];
    if (element !== undefined && isTooSmall(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
