import { anySelector } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import { isWrittenOn, textOf } from './label.ts';
import { around, closest, elementsIn, findAll, type OpenRoot, parentOf } from './roots.ts';
import { namesEstimate } from './words.ts';

const NO_PAGE_TEXT = anySelector('noPageText');
const REGION = anySelector('region');
const SECTION_TITLE = anySelector('sectionTitle');
/** The number may stand in an element beside the one with the words; further away it belongs to something else. */
const LEVELS = 2;
const LONGEST_BLOCK = 120;
const NUMBER = /\d+(?:,\d{3})*/g;
/** Shares, fractions, thousands and ten thousands: a number, but not the number of people. */
const PART_OF_ANOTHER = /^\s*(?:[.%:/\d]|,\d|万|萬|億|千|k\b|m\b)/i;
/** A bound, as LINE may show for few people, is no number of people either. */
const LIMIT =
  /[<>≤≥]|未満|以下|以上|以内|less than|fewer|under|more than|at most|น้อยกว่า|ไม่เกิน|มากกว่า|少於|不到|以內|超過|미만|이하/i;

/**
 * The number of people that LINE expects to reach, as the page shows it. Null where there is none, and where there are two
 * that differ. What stands in the section about the receivers counts before the account's own numbers in the header.
 */
export function readPeople(document: Document, openRoot: OpenRoot): number | null {
  const places = estimatePlaces(document, openRoot);
  const ofReceivers = places.filter((place) => isAboutReceivers(place, openRoot));
  const counting = ofReceivers.length > 0 ? ofReceivers : places;
  const numbers = counting.map((place) => numberAt(place, places, openRoot));
  const [first = null] = numbers;
  return numbers.every((number) => number === first) ? first : null;
}

/** The innermost elements with the words in their own text. */
function estimatePlaces(document: Document, openRoot: OpenRoot): readonly Element[] {
  const places: Element[] = [];
  for (const element of elementsIn(document, openRoot)) {
    if (namesEstimate(ownText(element)) && dialogAround(element) === null) places.push(element);
  }
  return places;
}

function ownText(element: Element): string {
  if (element.matches(NO_PAGE_TEXT)) return '';
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  return texts.map(({ data }) => data).join('');
}

/** Null for no number, more than one, and one that may belong to another place or to none. */
function numberAt(place: Element, places: readonly Element[], openRoot: OpenRoot): number | null {
  const others = places.filter((other) => other !== place);
  let block = place;
  for (let level = 0; level <= LEVELS; level++) {
    const text = withPlainDigits(textOf(block, openRoot, LONGEST_BLOCK));
    if (/\d/.test(text)) return numberIn(text);
    const parent = parentOf(block);
    if (parent === null || parent.matches(REGION) || others.some((other) => isInside(other, parent)))
      return null;
    block = parent;
  }
  return null;
}

function isInside(element: Element, outer: Element): boolean {
  return [...around(element)].includes(outer);
}

function numberIn(text: string): number | null {
  const found = [...text.matchAll(NUMBER)];
  const [only] = found;
  if (only === undefined || found.length > 1 || LIMIT.test(text)) return null;
  const rest = text.slice(only.index + only[0].length);
  if (PART_OF_ANOTHER.test(rest) || /[.,/+-]$/.test(text.slice(0, only.index))) return null;
  const people = Number(only[0].replaceAll(',', ''));
  return Number.isSafeInteger(people) ? people : null;
}

/** Full-width and Thai digits as ASCII ones. */
function withPlainDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

function isAboutReceivers(place: Element, openRoot: OpenRoot): boolean {
  const section = closest(place, anySelector('section'));
  if (section === null) return false;
  return findAll(section, SECTION_TITLE, openRoot).some((title) => isWrittenOn(title, 'receivers', openRoot));
}
