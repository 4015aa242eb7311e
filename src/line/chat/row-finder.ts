import { anchors, anySelector, attributes } from './anchors.ts';

/** Ids of 17 to 19 digits mark a row even where its class is unknown; other things may carry the attribute, too. */
const LOOKS_LIKE_MESSAGE_ID = /^\d{17,19}$/;
const ANY_ROW = anySelector('row');

/** The rows in `root`, itself included, in page order, and the alternative of the anchor that found them (-1: none did). */
export interface FoundRows {
  readonly rows: readonly HTMLElement[];
  readonly alternative: number;
}

/** Finds rows by the first alternative that matches anything. Work grows with `root`, never with the page. */
export function findRows(root: Element): FoundRows {
  // One query settles the usual case of an element that has nothing to do with rows.
  if (!root.matches(ANY_ROW) && root.querySelector(ANY_ROW) === null) return { rows: [], alternative: -1 };
  for (const [alternative, selector] of anchors.row.entries()) {
    const rows = [root, ...root.querySelectorAll(selector)].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.matches(selector) && isPlausible(element, alternative),
    );
    if (rows.length > 0) return { rows, alternative };
  }
  return { rows: [], alternative: -1 };
}

/** True for an element with an id of the form that LINE gives its messages. */
export function hasMessageId(element: Element): boolean {
  return LOOKS_LIKE_MESSAGE_ID.test(element.getAttribute(attributes.messageId) ?? '');
}

function isPlausible(element: Element, alternative: number): boolean {
  const id = element.getAttribute(attributes.messageId);
  return alternative === 0 || (id === null ? alternative > 1 : LOOKS_LIKE_MESSAGE_ID.test(id));
}

/** The nearest ancestor that scrolls vertically; null when there is none. */
export function scrollerOf(element: Element): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const overflow = getComputedStyle(parent).overflowY;
    if (overflow === 'auto' || overflow === 'scroll') return parent;
  }
  return null;
}
