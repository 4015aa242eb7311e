import { anySelector } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import { closest, elementsIn, findAll, type OpenRoot, parentOf } from './roots.ts';

const TEXT = anySelector('messageText');
const MEDIA = anySelector('media');
const BUTTON = anySelector('cardButton');
const SECTION = anySelector('section');
/** A message card has at least this many buttons: its formats, or those that move and remove it. */
const CARD_BUTTONS = 3;

/**
 * The texts of the broadcast's bubbles, the first on top. Null unless each bubble is surely a text: nothing else is among the
 * cards, and all stand in one section.
 */
export function readMessageTexts(document: Document, openRoot: OpenRoot): readonly string[] | null {
  const fields = findAll(document, TEXT, openRoot).filter((field) => dialogAround(field) === null);
  const sections = new Set(fields.map((field) => closest(field, SECTION)));
  const [section = null] = sections;
  if (sections.size !== 1 || section === null) return null;
  if (findAll(section, MEDIA, openRoot).length > 0) return null;
  if (fields.some((field) => hasOtherCardBeside(field, section, openRoot))) return null;
  const texts = fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

/** True where a card of the same make, but without a text to write, stands beside the card of a text. */
function hasOtherCardBeside(field: Element, section: Element, openRoot: OpenRoot): boolean {
  for (let part: Element | null = field; part !== null && part !== section; part = parentOf(part)) {
    for (const sibling of childrenAround(part)) {
      if (sibling !== part && isAlike(sibling, part) && isOtherCard(sibling, openRoot)) return true;
    }
  }
  return false;
}

function childrenAround({ parentNode }: Element): Iterable<Element> {
  return parentNode instanceof Element || parentNode instanceof ShadowRoot ? parentNode.children : [];
}

function isAlike(a: Element, b: Element): boolean {
  if (a.localName !== b.localName) return false;
  return a.classList.length === 0 || [...a.classList].some((name) => b.classList.contains(name));
}

function isOtherCard(element: Element, openRoot: OpenRoot): boolean {
  let buttons = 0;
  for (const inner of elementsIn(element, openRoot)) {
    if (inner.matches(TEXT)) return false;
    if (inner.matches(BUTTON)) buttons += 1;
  }
  return buttons >= CARD_BUTTONS;
}
