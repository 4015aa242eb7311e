import type { Random } from '../../replica/chat/model/random.ts';

/** A page that is about to be changed. What is true of its parts stays with them, whatever they are made of. */
export interface PageVariant {
  /** Holds everything that may be changed; in the document. */
  readonly root: HTMLElement;
  /** What an element stands for, moved along when it is replaced by another. */
  readonly marks: Marks;
  /** What the page does after Matta has started, each followed by two seconds. */
  readonly later: (() => void)[];
}

/** One way in which LINE may change its page. False: there is nothing on this page that it could change. */
export interface Mutation<P extends PageVariant = PageVariant> {
  readonly name: string;
  apply(page: P, random: Random): boolean;
}

/** Things that are known of elements. */
export class Marks {
  readonly #marks = new Map<Element, object>();

  set(element: Element, mark: object): void {
    this.#marks.set(element, mark);
  }

  get(element: Element): object | undefined {
    return this.#marks.get(element);
  }

  /** The element that stands for something now. */
  find(isIt: (mark: object) => boolean): Element | null {
    for (const [element, mark] of this.#marks) if (isIt(mark)) return element;
    return null;
  }

  has(element: Element): boolean {
    return this.#marks.has(element);
  }

  /** An element takes the place of another. */
  move(from: Element, to: Element): void {
    const mark = this.#marks.get(from);
    if (mark === undefined) return;
    this.#marks.delete(from);
    this.#marks.set(to, mark);
  }

  /** Puts a copy of an element and of all that it holds into its place, as a page does that renders itself anew. */
  renew(element: Element): Element {
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) throw new TypeError('a copy of another kind');
    const pairs = pairsOf([element, ...element.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]);
    for (const [from, to] of pairs) this.#carry(from, to);
    element.replaceWith(copy);
    return copy;
  }

  /** What a copy leaves out: the mark, a shadow root, and what was typed and chosen. */
  #carry(from: Element, to: Element): void {
    this.move(from, to);
    if (from instanceof HTMLInputElement && to instanceof HTMLInputElement) {
      to.checked = from.checked;
      if (to.type !== 'file') to.value = from.value;
    }
    if (from instanceof HTMLTextAreaElement && to instanceof HTMLTextAreaElement) to.value = from.value;
    if (from.shadowRoot === null) return;
    to.attachShadow({ mode: 'open' }).append(...from.shadowRoot.childNodes);
  }
}

function pairsOf<T>(from: readonly T[], to: readonly T[]): readonly (readonly [T, T])[] {
  return from.flatMap((one, index) => {
    const other = to[index];
    return other === undefined ? [] : [[one, other] as const];
  });
}

/** Elements of one make: the same tag and classes. A release of LINE changes all of them or none. */
export function makesIn(root: Element): ReadonlyMap<string, readonly HTMLElement[]> {
  const makes = new Map<string, HTMLElement[]>();
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const make = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    makes.set(make, [...(makes.get(make) ?? []), element]);
  }
  return makes;
}

/** Some elements of one make, chosen by chance among those that fit; empty for none. */
export function someMake(
  root: Element,
  random: Random,
  fits: (element: HTMLElement) => boolean,
): readonly HTMLElement[] {
  const makes = [...makesIn(root).values()].filter((elements) => elements.every(fits));
  return makes.length === 0 ? [] : random.pick(makes);
}
