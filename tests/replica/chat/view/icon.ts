import { element } from '../dom.ts';

/** An icon of LINE's icon fonts; the practice page draws them with masks. */
export function icon(classes: string): HTMLElement {
  const made = element('i', classes);
  made.setAttribute('aria-hidden', 'true');
  return made;
}
