import { anySelector, chatAnchors } from './anchors.ts';
import { part } from './part.ts';

const MENU = anySelector('rowMenu');
const MENU_ENTRY = anySelector('menuEntry');
const CONTROL = anySelector('rowControl');
/** The page's own code draws it; it is no part of the page. */
const OURS = /^matta-/;

/** What stands in a row beside its content: read mark, clock, menu, remarks. */
export interface RowMargin {
  /** Null where LINE's margin was not found: then it is all that is not the content. */
  readonly element: Element | null;
  readonly nodes: readonly Node[];
}

/** The margin of a row; null where it cannot be told from the content, so that nothing is known of the row's state. */
export function marginOf(row: Element, content: Element | null): RowMargin | null {
  const margin = part(insideOf(row), 'rowMargin');
  if (margin !== null) return { element: margin, nodes: [...insideOf(margin).childNodes] };
  if (content === null) return null;
  const nodes = [...insideOf(row).childNodes].filter((node) => !node.contains(content) && !isOurs(node));
  return { element: null, nodes };
}

/** The texts in a row's margin one by one, without what can be pressed: read mark, clock, whatever else LINE remarks. */
export function marginTexts(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node instanceof Element && isControl(node)) return [];
    // Two remarks in one box are two remarks.
    if (node instanceof Element) return marginTexts([...insideOf(node).childNodes]);
    const text = node instanceof Text ? node.data.trim() : '';
    return text === '' ? [] : [text];
  });
}

/** True where one of two icons is among nodes or in them. The menu may have icons of the same look. */
export function hasSign(nodes: readonly Node[], name: 'sending' | 'failed'): boolean {
  const selector = chatAnchors.any(name);
  return nodes.some(
    (node) =>
      node instanceof Element &&
      (node.matches(selector) ||
        [...insideOf(node).querySelectorAll(selector)].some((icon) => icon.closest(MENU_ENTRY) === null)),
  );
}

/** What an element shows as its own: a page may draw parts of itself in open roots. */
export function insideOf(element: Element): ParentNode & Node {
  return element.shadowRoot ?? element;
}

/** The text of a node, also where it is drawn in an open root. */
export function textIn(node: Node): string {
  return (node instanceof Element ? insideOf(node) : node).textContent ?? '';
}

function isControl(element: Element): boolean {
  return element.matches(MENU) || element.matches(CONTROL);
}

function isOurs(node: Node): boolean {
  return node instanceof Element && OURS.test(node.localName);
}
