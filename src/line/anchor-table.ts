import { Listeners } from '../platform/listeners.ts';

type Alternatives = Readonly<Record<string, readonly string[]>>;

/** The selectors of one page by part: those that are built in, the most trusted first, and after them those that were added. */
export class AnchorTable<Name extends string> {
  readonly #builtIn: Readonly<Record<Name, readonly string[]>>;
  readonly #addable: readonly Name[];
  readonly #any = new Map<Name, string>();
  readonly #listeners = new Listeners<void>();
  #added: Alternatives = {};

  /** @param addable the parts to which selectors may be added */
  constructor(builtIn: Readonly<Record<Name, readonly string[]>>, addable: readonly Name[]) {
    this.#builtIn = builtIn;
    this.#addable = addable;
  }

  /** Those that are asked one after the other: an added one only where none that is built in finds anything. */
  alternatives(name: Name): readonly string[] {
    return [...this.#builtIn[name], ...this.added(name)];
  }

  added(name: Name): readonly string[] {
    return this.#added[name] ?? [];
  }

  /** A selector that matches whatever any alternative matches. */
  any(name: Name): string {
    const known = this.#any.get(name) ?? this.alternatives(name).join(',');
    this.#any.set(name, known);
    return known;
  }

  /** Takes the place of what was added before. What is no selector, or of no known part, is left out. */
  add(document: Document, added: Alternatives): void {
    const usable = this.#addable.map(
      (name) => [name, (added[name] ?? []).filter(isSelectorIn(document))] as const,
    );
    const before = JSON.stringify(this.#added);
    this.#added = Object.fromEntries(usable.filter(([, selectors]) => selectors.length > 0));
    if (JSON.stringify(this.#added) === before) return;
    this.#any.clear();
    this.#listeners.tell();
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }
}

function isSelectorIn(document: Document): (text: string) => boolean {
  const nothing = document.createDocumentFragment();
  return (text) => {
    if (!isClosed(text)) return false;
    try {
      nothing.querySelector(text);
      return true;
    } catch {
      return false;
    }
  };
}

/** Browsers close for themselves what is open at the end of a selector; joined with others it would swallow them. */
function isClosed(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  const isPaired = count('(') === count(')') && count('[') === count(']');
  return isPaired && [...'"\''].every((quote) => count(quote) % 2 === 0);
}
