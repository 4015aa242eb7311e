import { anySelector } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import { buttonsIn } from './pressables.ts';
import { around, closest, findAll, type OpenRoot, parentOf, rootOf } from './roots.ts';

const TEXT = anySelector('messageText');
const MEDIA = anySelector('media');
const REGION = anySelector('region');
/** A message card has at least this many buttons: its formats, or those that move and remove it. */
const CARD_BUTTONS = 3;
/** Each of these may be in a box of its own. */
const PALETTE_LEVELS = 3;

/**
 * The texts of the broadcast's bubbles, the first on top. Null unless each bubble is surely a text: nothing else is among the
 * cards, and all stand in one section.
 */
export function readMessageTexts(document: Document, openRoot: OpenRoot): readonly string[] | null {
  const fields = findAll(document, TEXT, openRoot).filter((field) => dialogAround(field) === null);
  const sections = new Set(fields.map(sectionAround));
  const [section = null] = sections;
  if (sections.size !== 1 || section === null) return null;
  if (findAll(section, MEDIA, openRoot).length > 0) return null;
  if (fields.some((field) => hasOtherCardBeside(field, section, openRoot))) return null;
  if (hasMorePalettes(section, fields.length, openRoot)) return null;
  const texts = fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

/** The outermost section, for a card may be one by itself. A page without sections is one. */
function sectionAround(field: Element): Element | null {
  return (
    [...around(field)].findLast((element) => element.matches(anySelector('section'))) ??
    closest(field, REGION)
  );
}

/** True where a card of the same make, but without a text to write, stands beside the card of a text. */
function hasOtherCardBeside(field: Element, section: Element, openRoot: OpenRoot): boolean {
  for (let part: Element | null = field; part !== null && part !== section; part = parentOf(part)) {
    for (const sibling of childrenAround(part)) {
      if (sibling === part || !isOtherCard(sibling, openRoot)) continue;
      if (isAlike(sibling, part) || isCard(part, openRoot)) return true;
    }
  }
  return false;
}

/**
 * True where groups of buttons of one make are more than there are texts: each card has its own to choose its format, so that
 * one of them is a card without a text, wherever it stands.
 */
function hasMorePalettes(section: Element, texts: number, openRoot: OpenRoot): boolean {
  const groups = new Set(buttonsIn(section, openRoot).map((button) => paletteAround(button, openRoot)));
  const counts = new Map<string, number>();
  for (const group of groups) {
    if (group === null) continue;
    const make = `${group.localName} ${group.className} ${buttonCount(group, openRoot)}`;
    counts.set(make, (counts.get(make) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > texts);
}

/** The smallest part around a button with as many as a card has, unless there is a text in it. */
function paletteAround(button: Element, openRoot: OpenRoot): Element | null {
  let group = parentOf(button);
  for (let level = 0; group !== null && level < PALETTE_LEVELS; level++) {
    if (isCard(group, openRoot)) return findAll(group, TEXT, openRoot).length === 0 ? group : null;
    group = parentOf(group);
  }
  return null;
}

function childrenAround({ parentNode }: Element): Iterable<Element> {
  return parentNode instanceof Element || parentNode instanceof ShadowRoot ? parentNode.children : [];
}

function isAlike(a: Element, b: Element): boolean {
  if (a.localName !== b.localName) return false;
  return a.classList.length === 0 || [...a.classList].some((name) => b.classList.contains(name));
}

function isOtherCard(element: Element, openRoot: OpenRoot): boolean {
  return isCard(element, openRoot) && !element.matches(TEXT) && findAll(element, TEXT, openRoot).length === 0;
}

function isCard(element: Element, openRoot: OpenRoot): boolean {
  return buttonCount(element, openRoot) >= CARD_BUTTONS;
}

/** Those in its own shadow root, too. */
function buttonCount(element: Element, openRoot: OpenRoot): number {
  const root = rootOf(element, openRoot);
  const inRoot = root === null ? 0 : buttonsIn(root, openRoot).length;
  return inRoot + buttonsIn(element, openRoot).length;
}
