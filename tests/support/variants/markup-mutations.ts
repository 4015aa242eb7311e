import { anchors as chatAnchors } from '../../../src/line/chat/anchors.ts';
import { anchors as managerAnchors } from '../../../src/line/manager/anchors.ts';
import { hash, type Random } from '../../replica/chat/model/random.ts';
import { type Mutation, makesIn, type PageVariant, someMake } from './page-variant.ts';

/** Changes of the markup that make sense on every page. What the page says and shows to people stays the same. */
const KNOWN = JSON.stringify([chatAnchors, managerAnchors]);
/** What cannot be another tag without being another thing. */
const NATIVE = 'input, textarea, select, option, img, svg, button, form, header, main, i, slot, label';
const BLOCKS = ['section', 'article', 'li', 'span', 'div', 'x-part'] as const;
const KEPT_ATTRIBUTES = new Set(['class', 'style', 'id', 'type', 'value', 'maxlength']);

/** One class, a few or, now and then, all of them get names that mean nothing. */
const renameClasses: Mutation = {
  name: 'rename classes',
  apply({ root }, random) {
    const all = classesIn(root);
    const known = all.filter((name) => KNOWN.includes(`.${name}`));
    const draw = random.next();
    const some = () => random.pick(known.length > 0 && random.next() < 0.8 ? known : all);
    if (all.length === 0) return false;
    const chosen = draw < 0.05 ? all : draw < 0.3 ? [some(), some(), some()] : [some()];
    for (const name of new Set(chosen)) renameClass(root, name);
    return true;
  },
};

const wrap: Mutation = {
  name: 'wrap',
  apply({ root }, random) {
    const elements = someMake(root, random, (element) => element.localName !== 'option');
    for (const element of elements) {
      const box = document.createElement('div');
      box.className = random.pick(['', 'x-box', 'd-flex']);
      element.replaceWith(box);
      box.append(element);
    }
    return elements.length > 0;
  },
};

/** Parts that only hold others go, and what they held stays. */
const unwrap: Mutation = {
  name: 'unwrap',
  apply({ root, marks }, random) {
    const holds = (element: HTMLElement) =>
      element.childElementCount > 0 &&
      !marks.has(element) &&
      element.style.overflowY === '' &&
      element.style.display === '' &&
      !element.matches(`${NATIVE}, [role="dialog"]`);
    const elements = someMake(root, random, holds);
    for (const element of elements) element.replaceWith(...element.childNodes);
    return elements.length > 0;
  },
};

/** The children of one make change places; those that stand for something keep their order among each other. */
const reorder: Mutation = {
  name: 'reorder',
  apply({ root, marks }, random) {
    const mayTurn = (element: HTMLElement) => {
      const children = [...element.children];
      const holdsMarks = children.some((child) => marks.has(child) || child.matches('div:has(> div)'));
      return children.length > 1 && (!holdsMarks || marks.has(element));
    };
    const elements = someMake(root, random, mayTurn);
    for (const element of elements) element.append(...[...element.children].reverse());
    return elements.length > 0;
  },
};

const dropAttributes: Mutation = {
  name: 'drop attributes',
  apply({ root }, random) {
    const names = new Set(
      [...root.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => !KEPT_ATTRIBUTES.has(name)),
      ),
    );
    if (random.next() < 0.25) names.add('id');
    if (names.size === 0) return false;
    const name = random.pick([...names]);
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
    return true;
  },
};

const changeTags: Mutation = {
  name: 'change tags',
  apply({ root, marks }, random) {
    const elements = someMake(root, random, (element) => !element.matches(NATIVE));
    const tag = random.pick(BLOCKS);
    for (const element of elements) {
      const other = document.createElement(tag);
      for (const name of element.getAttributeNames())
        other.setAttribute(name, element.getAttribute(name) ?? '');
      other.append(...element.childNodes);
      marks.move(element, other);
      element.replaceWith(other);
    }
    return elements.length > 0;
  },
};

/** Parts without marks inside draw themselves in an open root of their own. */
const shadowRoots: Mutation = {
  name: 'shadow roots',
  apply({ root, marks }, random) {
    const mayHide = (element: HTMLElement) =>
      element.localName === 'div' &&
      element.shadowRoot === null &&
      element.childNodes.length > 0 &&
      ![...element.querySelectorAll('*')].some((inner) => marks.has(inner));
    const elements = someMake(root, random, mayHide);
    for (const element of elements) element.attachShadow({ mode: 'open' }).append(...element.childNodes);
    return elements.length > 0;
  },
};

/** The page renders parts of itself anew, once or several times. */
const slowRendering: Mutation = {
  name: 'slow re-render',
  apply({ root, marks, later }, random) {
    const times = random.integer(1, 3);
    for (let time = 0; time < times; time++) {
      later.push(() => {
        const elements = someMake(root, random, (element) => element.childElementCount > 0);
        for (const element of elements) if (element.isConnected) marks.renew(element);
      });
    }
    return true;
  },
};

export const MARKUP_MUTATIONS: readonly Mutation<PageVariant>[] = [
  renameClasses,
  wrap,
  unwrap,
  reorder,
  dropAttributes,
  changeTags,
  shadowRoots,
  slowRendering,
];

/** The class names on a page. */
export function classesIn(root: Element): readonly string[] {
  const names = [...makesIn(root).values()].flatMap(([element]) => [...(element?.classList ?? [])]);
  return [...new Set(names)];
}

function renameClass(root: Element, name: string): void {
  const meaningless = `x${hash(name).toString(36)}`;
  for (const element of [...root.getElementsByClassName(name)]) element.classList.replace(name, meaningless);
}

/** A number of different entries of a list, by chance; all of them where there are not so many. */
export function someOf<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const left = [...list];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0)
    chosen.push(...left.splice(random.integer(0, left.length - 1), 1));
  return chosen;
}
