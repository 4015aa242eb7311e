import { anySelector } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import { letterLabelsOf } from './label.ts';
import { type Letters, lettersOf } from './letters.ts';
import { closest, findAll, type OpenRoot } from './roots.ts';
import { isWord, type WordList } from './words.ts';

const SWITCH = anySelector('switch');
const LABEL = anySelector('label');
const RADIO = anySelector('radio');

/** One tick box, switch or radio button of the editor. */
export interface Choice {
  readonly element: HTMLElement;
  readonly isOn: boolean;
}

/** The choices of the editor, by LINE's words for them; what lies in a dialog is none of the editor's. */
export class Choices {
  readonly #switches: readonly NamedChoice[];
  readonly #radios: readonly NamedChoice[];

  constructor(document: Document, openRoot: OpenRoot) {
    const named = (selector: string) =>
      findAll(document, selector, openRoot)
        .filter((element) => dialogAround(element) === null)
        .map((element) => ({ element, isOn: isOn(element), names: namesOf(element, openRoot) }));
    this.#switches = named(SWITCH);
    this.#radios = named(RADIO);
  }

  /** The one tick box with a word; null for none, and for several. */
  switchFor(list: WordList): Choice | null {
    return onlyOne(this.#switches, list);
  }

  /** The one radio button with a word. */
  radioFor(list: WordList): Choice | null {
    return onlyOne(this.#radios, list);
  }

  /** The radio buttons of the same group, this one included. Those without a name are one group in each section. */
  groupOf({ element }: Choice): readonly Choice[] {
    const name = element.getAttribute('name');
    const section = closest(element, anySelector('section'));
    return this.#radios.filter(
      ({ element: other }) =>
        other.getAttribute('name') === name &&
        other.getRootNode() === element.getRootNode() &&
        (name !== null || closest(other, anySelector('section')) === section),
    );
  }
}

interface NamedChoice extends Choice {
  readonly names: readonly Letters[];
}

function onlyOne(choices: readonly NamedChoice[], list: WordList): Choice | null {
  const found = choices.filter(({ names }) => names.some((name) => isWord(list, name)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isOn(element: Element): boolean {
  if (element instanceof HTMLInputElement) return element.checked;
  return element.getAttribute('aria-checked') === 'true';
}

/** A switch in a shadow root may be named by what stands around its host. */
function namesOf(element: Element, openRoot: OpenRoot): readonly Letters[] {
  const own = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const around = own.length > 0 ? own : [closest(element, LABEL) ?? element];
  const texts = around.flatMap((each) => letterLabelsOf(each, openRoot));
  return [...texts, lettersOf(element.getAttribute('aria-label') ?? '')];
}
