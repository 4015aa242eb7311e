/** Opens the shadow root of an element, open or closed; null where there is none. */
export type OpenRoot = (element: HTMLElement) => ShadowRoot | null;

/** More elements than any manager page has; a page that grows without end must not stop the browser. */
const MOST_ELEMENTS = 50_000;

/** The open root alone: all that a page's own scripts can see. */
export const openRootOnly: OpenRoot = (element) => element.shadowRoot;

/**
 * Every element below a node in document order, shadow roots included. Closed roots are looked for on custom tags alone:
 * asking for each element would cost more than all the rest.
 */
export function* elementsIn(root: ParentNode, openRoot: OpenRoot): Generator<Element> {
  const waiting: Element[] = [...root.children].reverse();
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    const element = waiting.pop();
    if (element === undefined) return;
    yield element;
    const shadow = rootOf(element, openRoot);
    for (const parent of shadow === null ? [element] : [element, shadow]) {
      for (let child = parent.lastElementChild; child !== null; child = child.previousElementSibling)
        waiting.push(child);
    }
  }
}

/** All elements below a node, shadow roots included, that match. */
export function findAll(root: ParentNode, selector: string, openRoot: OpenRoot): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of elementsIn(root, openRoot)) {
    if (element instanceof HTMLElement && element.matches(selector)) found.push(element);
  }
  return found;
}

/** The element around an element, out of a shadow root to its host; null above the last. */
export function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** An element and all around it, the innermost first. */
export function* around(element: Element): Generator<Element> {
  for (let current: Element | null = element; current !== null; current = parentOf(current)) yield current;
}

/** The innermost element around an element, itself included, that matches; null without one. */
export function closest(element: Element, selector: string): Element | null {
  for (const each of around(element)) if (each.matches(selector)) return each;
  return null;
}

/** The shadow root of an element, if it is one that may have a closed one, or has an open one. */
export function rootOf(element: Element, openRoot: OpenRoot): ShadowRoot | null {
  const mayBeClosed = element instanceof HTMLElement && element.localName.includes('-');
  return mayBeClosed ? openRoot(element) : element.shadowRoot;
}
