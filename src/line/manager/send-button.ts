import { dialogAround, isLonePrimary, isPrimary, isTestDialog } from './dialogs.ts';
import { isWrittenOn, labelsOf, letterLabelsOf } from './label.ts';
import { type Letters, lettersOf } from './letters.ts';
import type { SendPress } from './manager-page.ts';
import { buttonsIn, isInNavigation } from './pressables.ts';
import { type OpenRoot, parentOf } from './roots.ts';
import { isWord, neverSends } from './words.ts';

/** From this on, a press is taken for one that sends. A sure word is enough by itself; anything else needs two signs. */
const ENOUGH = 2;
const SURE = 2;
const HINT = 1;
/** The group of buttons around one: this far up, and with no more buttons than a toolbar has. */
const GROUP_LEVELS = 3;
const GROUP_SIZE = 8;

/** What was pressed last outside of dialogs, and so has opened the dialog that is there. */
export type Opener = 'send' | 'test' | 'other';

/** Tells the button that sends a broadcast from all others: line-broadcast-page.md §8.2. Only for pages with an editor. */
export class SendButtons {
  readonly #openRoot: OpenRoot;
  #learnt: ReadonlySet<Letters> = new Set();

  constructor(openRoot: OpenRoot) {
    this.#openRoot = openRoot;
  }

  /** Labels that were seen to send count as LINE's own words. Those that say the opposite are never taken. */
  learn(labels: readonly string[]): void {
    this.#learnt = new Set(labels.map(lettersOf).filter((letters) => letters !== ''));
  }

  /** The press on a button, if it sends by all signs; `opener` is what was pressed outside of dialogs before it. */
  read(element: HTMLElement, opener: Opener): SendPress | null {
    const letters = letterLabelsOf(element, this.#openRoot);
    if (letters.some(neverSends) || isInNavigation(element)) return null;
    const dialog = dialogAround(element);
    const score =
      dialog === null
        ? this.#scoreOnPage(element, letters, opener)
        : this.#scoreInDialog(element, letters, dialog, opener);
    if (score < ENOUGH) return null;
    const [label = ''] = labelsOf(element, this.#openRoot);
    return { element, label, isFinal: dialog !== null };
  }

  /** What a press on a button opens, if it opens anything. */
  opens(element: HTMLElement): Opener {
    if (isWrittenOn(element, 'test', this.#openRoot)) return 'test';
    return this.read(element, 'other') === null ? 'other' : 'send';
  }

  /** True beside a button that says draft or test: the page's own group of actions. */
  isInActionGroup(element: Element): boolean {
    let group = parentOf(element);
    for (let level = 0; group !== null && level < GROUP_LEVELS; level++) {
      const members = buttonsIn(group, this.#openRoot);
      if (members.length > GROUP_SIZE) return false;
      if (members.some((member) => member !== element && this.isDraftOrTest(member))) return true;
      group = parentOf(group);
    }
    return false;
  }

  /** True for what by its place and its look is the button that sends, whatever it says: the lone main one beside draft or test. */
  looksLikeSending(element: HTMLElement): boolean {
    if (!isPrimary(element) || this.isDraftOrTest(element) || !this.isInActionGroup(element)) return false;
    return !letterLabelsOf(element, this.#openRoot).some(neverSends);
  }

  isDraftOrTest(element: Element): boolean {
    return isWrittenOn(element, 'draft', this.#openRoot) || isWrittenOn(element, 'test', this.#openRoot);
  }

  #scoreOnPage(element: HTMLElement, letters: readonly Letters[], opener: Opener): number {
    const word = this.#scoreOf(letters, SURE);
    if (word === 0) return 0;
    const isGrouped = this.isInActionGroup(element);
    // A dialog for tests that is not marked as a dialog: its button says the same as the one that sends to everybody.
    if (!isGrouped && opener === 'test') return 0;
    return word + (isGrouped ? HINT : 0) + (isPrimary(element) ? HINT : 0);
  }

  /** A word that was learnt may be as common as OK, so it needs the sign that this dialog is about sending. */
  #scoreInDialog(element: HTMLElement, letters: readonly Letters[], dialog: Element, opener: Opener): number {
    if (opener === 'test' || isTestDialog(dialog, this.#openRoot)) return 0;
    const word = this.#scoreOf(letters, HINT);
    const asked = opener === 'send' ? HINT : 0;
    return word + asked + (isLonePrimary(element, dialog, this.#openRoot) ? HINT : 0);
  }

  #scoreOf(letters: readonly Letters[], forLearnt: number): number {
    if (letters.some((label) => isWord('send', label))) return SURE;
    const isLearnt = letters.some((label) => this.#learnt.has(label));
    const isHinted = letters.some((label) => isWord('maybeSend', label));
    return Math.max(isLearnt ? forLearnt : 0, isHinted ? HINT : 0);
  }
}
