import { nameOf, namesOf } from './names.ts';

const own = new WeakSet<Node>();

/** Whether the page made this node, rather than somebody who visits it. */
export function isOwn(node: Node): boolean {
  return own.has(node);
}

/** A new element with LINE's class names (renamed where the switches say so) and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  classes = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  own.add(made);
  if (classes !== '') made.className = namesOf(classes);
  for (const child of children) made.append(typeof child === 'string' ? textNode(child) : child);
  return made;
}

/** A new text node that counts as the page's own. */
export function textNode(text: string): Text {
  const made = document.createTextNode(text);
  own.add(made);
  return made;
}

/** Gives an element one of LINE's ids. */
export function withId<Made extends HTMLElement>(made: Made, id: string): Made {
  made.id = nameOf(id);
  return made;
}

/** Sets attributes; null takes one away. Attributes that already have the value are not touched. */
export function setAttributes(target: Element, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (target.getAttribute(name) === value) continue;
    if (value === null) target.removeAttribute(name);
    else target.setAttribute(name, value);
  }
}

/** Sets all classes at once, without touching an attribute that is right already. */
export function setClasses(target: Element, classes: string): void {
  const names = namesOf(classes);
  if (target.className !== names) target.className = names;
}

/** Turns one class on or off. */
export function toggleClass(target: Element, name: string, on: boolean): void {
  target.classList.toggle(nameOf(name), on);
}

/**
 * Makes `nodes` the page's children of `parent`, in this order, moving as little as possible. As a view library does,
 * it leaves alone what others have put there.
 */
export function setChildren(parent: Element, nodes: readonly Node[]): void {
  placeBefore(parent, nodes, null);
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) {
    if (own.has(child) && !wanted.has(child)) child.remove();
  }
}

/** Puts `nodes` in this order before `end`, without removing anything. */
export function placeBefore(parent: Element, nodes: readonly Node[], end: Node | null): void {
  let next = end;
  for (const node of nodes.toReversed()) {
    if (node.parentNode !== parent || ownAfter(node) !== next) parent.insertBefore(node, next);
    next = node;
  }
}

/** Removes the child elements that the page did not make. */
export function removeForeignChildren(parent: Element): void {
  for (const child of [...parent.children]) {
    if (!own.has(child)) child.remove();
  }
}

function ownAfter(node: Node): Node | null {
  let next = node.nextSibling;
  while (next !== null && !own.has(next)) next = next.nextSibling;
  return next;
}
