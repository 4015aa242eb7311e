import { anySelector } from './anchors.ts';
import { type Letters, lettersOf } from './letters.ts';
import { type OpenRoot, rootOf } from './roots.ts';
import { isWord, type WordList } from './words.ts';

/** No button has a longer label; a custom tag around half a page is not read to its end. */
const LONGEST_LABEL = 60;
const UNREAD = anySelector('unread');

/**
 * What an element says about itself: its text through shadow roots and slots, its value if it is an input, its spoken name.
 * Empty ones are left out. A text that goes on after 60 letters is no label, and left out as well.
 */
export function labelsOf(element: Element, openRoot: OpenRoot): readonly string[] {
  const value = element instanceof HTMLInputElement ? element.value : '';
  const labels = [textOf(element, openRoot), value, element.getAttribute('aria-label') ?? ''];
  return labels
    .map((label) => label.trim().replaceAll(/\s+/g, ' '))
    .filter((label) => label !== '' && label.length <= LONGEST_LABEL);
}

/** The same by their letters; what is made of signs alone says nothing. */
export function letterLabelsOf(element: Element, openRoot: OpenRoot): readonly Letters[] {
  return labelsOf(element, openRoot)
    .map(lettersOf)
    .filter((letters) => letters !== '');
}

/** The text that an element shows, icons left out, up to `longest` letters and a little more. */
export function textOf(element: Element, openRoot: OpenRoot, longest = LONGEST_LABEL): string {
  const parts: string[] = [];
  collect(element, openRoot, { parts, left: longest });
  return parts.join('');
}

/** The first text in an element: of a dialog, its title. */
export function firstTextOf(element: Element, openRoot: OpenRoot): string {
  return textOf(element, openRoot, 0);
}

/** True where one of an element's labels is, as a whole, one of LINE's words. */
export function isWrittenOn(element: Element, list: WordList, openRoot: OpenRoot): boolean {
  return letterLabelsOf(element, openRoot).some((label) => isWord(list, label));
}

interface Collected {
  readonly parts: string[];
  left: number;
}

function collect(element: Element, openRoot: OpenRoot, collected: Collected): void {
  for (const node of shownChildren(element, openRoot)) {
    if (collected.left < 0) return;
    if (node instanceof Text) {
      collected.parts.push(node.data);
      collected.left -= node.data.trim().length;
    } else if (node instanceof Element && !node.matches(UNREAD)) {
      collect(node, openRoot, collected);
    }
  }
}

function shownChildren(element: Element, openRoot: OpenRoot): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return (rootOf(element, openRoot) ?? element).childNodes;
}
