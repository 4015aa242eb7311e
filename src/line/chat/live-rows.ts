import { attributes } from './anchors.ts';
import { findRows } from './row-finder.ts';
import { RowOrder } from './row-order.ts';

/** What one change of the page did to the rows. A row that was moved is both in `removed` and in `added`. */
export interface RowChange {
  readonly added: readonly HTMLElement[];
  readonly removed: ReadonlySet<HTMLElement>;
  /** Rows in which something is different, LINE's parts or a leaf of ours. */
  readonly changed: ReadonlySet<HTMLElement>;
  /** Elements other than rows that came into the list, for those who look for separators and notices. */
  readonly others: readonly Element[];
}

/**
 * The rows of one message list, kept up to date. Everything happens in the microtask after LINE's change, before the
 * browser lays out the page, and costs as much as the change is large.
 */
export class LiveRows {
  readonly order = new RowOrder();
  readonly #known = new Set<HTMLElement>();
  readonly #list: HTMLElement;
  readonly #listener: (change: RowChange) => void;
  /** Which alternative of the row anchor found the last rows; -1 before the first. */
  alternative = -1;

  constructor(list: HTMLElement, listener: (change: RowChange) => void, signal: AbortSignal) {
    this.#list = list;
    this.#listener = listener;
    const observer = new MutationObserver((records) => this.#process(records));
    observer.observe(list, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: [attributes.messageId],
    });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  /** Takes in what is there already. Call once, after construction. */
  start(): void {
    this.#apply(new Set([this.#list]), new Set(), new Set());
  }

  /** The row that holds a node; null outside of all rows. */
  rowAround(node: Node): HTMLElement | null {
    for (
      let current: Node | null = node;
      current !== null && current !== this.#list;
      current = current.parentNode
    ) {
      if (current instanceof HTMLElement && this.#known.has(current)) return current;
    }
    return null;
  }

  #process(records: readonly MutationRecord[]): void {
    const came = new Set<Element>();
    const left = new Set<Element>();
    const changed = new Set<HTMLElement>();
    for (const record of records) {
      const row = this.rowAround(record.target);
      if (row === null) sortOut(record, came, left);
      else if (!isOwnDoing(record)) changed.add(row);
    }
    this.#apply(came, left, changed);
  }

  #apply(came: ReadonlySet<Element>, left: ReadonlySet<Element>, changed: ReadonlySet<HTMLElement>): void {
    const removed = this.#forget(left);
    const added: HTMLElement[] = [];
    const others: Element[] = [];
    for (const element of came) {
      // What was put into a row that came just before it belongs to that row.
      if (!this.#list.contains(element) || this.rowAround(element) !== null) continue;
      const found = findRows(element);
      if (found.alternative !== -1) this.alternative = found.alternative;
      for (const row of found.rows) {
        if (this.#known.has(row) || row === this.#list) continue;
        this.#known.add(row);
        added.push(row);
      }
      if (found.rows[0] !== element) others.push(element);
    }
    this.order.remove(removed);
    this.order.insert(added);
    const stillHere = new Set([...changed].filter((row) => this.#known.has(row)));
    if (added.length + removed.size + stillHere.size + others.length > 0) {
      this.#listener({ added, removed, changed: stillHere, others });
    }
  }

  /** Rows that were moved come back as added, which puts them into the right order. */
  #forget(left: ReadonlySet<Element>): ReadonlySet<HTMLElement> {
    const removed = new Set<HTMLElement>();
    for (const element of left) {
      for (const row of [element, ...findRows(element).rows]) {
        if (row instanceof HTMLElement && this.#known.delete(row)) removed.add(row);
      }
    }
    return removed;
  }
}

/** A change outside of all rows: what came in, what went, and whose own text or id is another one. */
function sortOut(record: MutationRecord, came: Set<Element>, left: Set<Element>): void {
  if (record.type === 'attributes' && record.target instanceof Element) came.add(record.target);
  // The text of a separator changes at midnight; its element stays.
  if (record.type === 'characterData' && record.target.parentElement) came.add(record.target.parentElement);
  for (const node of record.addedNodes) {
    if (node instanceof Element) came.add(node);
    // A label may also be replaced as a whole text node. Empty ones are put into lists by frameworks to mark places.
    else if (isLabelText(node) && node.parentElement !== null) came.add(node.parentElement);
  }
  for (const node of record.removedNodes) if (node instanceof Element) left.add(node);
}

function isLabelText(node: Node): boolean {
  const isText = node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '';
  return isText && node.parentElement?.childElementCount === 0;
}

/** True for the record that tells of our own leaf being put in: LINE has changed nothing then. */
function isOwnDoing(record: MutationRecord): boolean {
  return (
    (record.type === 'childList' &&
      record.removedNodes.length === 0 &&
      [...record.addedNodes].every((node) => node.nodeName.startsWith('MATTA-'))) ||
    (record.target instanceof Element && record.target.localName.startsWith('matta-')) ||
    (record.target.parentElement?.localName.startsWith('matta-') ?? false)
  );
}
