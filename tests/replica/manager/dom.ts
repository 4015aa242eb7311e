import { namesOf } from './names.ts';

export type Child = Node | string;

/** A new element with LINE's class names, renamed where the switches say so, and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  classes = '',
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (classes !== '') made.className = namesOf(classes);
  made.append(...children);
  return made;
}

/** Sets attributes and answers the element. */
export function withAttributes<Made extends Element>(
  made: Made,
  attributes: Readonly<Record<string, string>>,
): Made {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** An icon of LINE's icon font; the practice page draws a few of them with masks. */
export function icon(classes: string): HTMLElement {
  return withAttributes(element('i', classes), { 'aria-hidden': 'true' });
}
