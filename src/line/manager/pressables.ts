import { anySelector } from './anchors.ts';
import { around, closest, elementsIn, findAll, type OpenRoot, rootOf } from './roots.ts';

const PRESSABLE = anySelector('pressable');
const CHOSEN = anySelector('chosen');
const DISABLED = anySelector('disabled');
const NAVIGATION = anySelector('navigation');
/** Matta's own parts of the page: what is pressed there is none of LINE's business, and none of the gate's. */
const OURS = /^matta-/;
/** Custom tags that are buttons by themselves, without a native one inside. */
const BUTTON_TAG = /-.*(?:button|btn)|(?:button|btn).*-/;
const CLICKED_BY_ENTER = anySelector('clickedByEnter');
const CLICKED_BY_SPACE = anySelector('clickedBySpace');
const SLOT = anySelector('slot');
const FIELD = anySelector('field');

/** True for a button that can be pressed now. */
export function isPressable(element: Element): element is HTMLElement {
  return isButton(element) && !element.matches(DISABLED);
}

/** True for what acts when it is pressed, also while it is disabled: no link to another page, no tab, no choice. */
function isButton(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.matches(CHOSEN)) return false;
  if (element instanceof HTMLAnchorElement) return !leadsElsewhere(element) && element.matches(PRESSABLE);
  return element.matches(PRESSABLE) || isButtonTag(element);
}

/** All buttons below a node, disabled ones too, through shadow roots. */
export function buttonsIn(root: ParentNode, openRoot: OpenRoot): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of elementsIn(root, openRoot)) {
    if (isButton(element) && !(isButtonTag(element) && wraps(element, openRoot))) found.push(element);
  }
  return found;
}

/** True inside a menu, a row of tabs or a list of links. */
export function isInNavigation(element: Element): boolean {
  return closest(element, NAVIGATION) !== null;
}

/** True where the browser itself makes a click of a key. */
export function isClickedBy(key: 'Enter' | ' ', element: Element): boolean {
  return element.matches(key === 'Enter' ? CLICKED_BY_ENTER : CLICKED_BY_SPACE);
}

/** True for an event in a part of the page that is Matta's. */
export function isInOurs(event: Event): boolean {
  return elementsOf(event).some(({ localName }) => OURS.test(localName));
}

/**
 * The pressable element that an event is for: the innermost around its target, which may be an icon or lie in a closed root.
 * Null for everything else, for text fields, and for what is Matta's.
 */
export function pressedIn(event: Event, openRoot: OpenRoot): HTMLElement | null {
  const path = elementsOf(event);
  if (isInOurs(event)) return null;
  const [target] = path;
  if (target === undefined) return null;
  const hidden = hiddenPath(target, event, openRoot);
  let inner: Element | null = null;
  for (const element of [...hidden, ...path]) {
    if (element.matches(FIELD) && !isPressable(element)) return null;
    const found = slottedInto(element, inner, openRoot) ?? element;
    if (isPressable(found)) return found;
    inner = element;
  }
  return null;
}

function elementsOf(event: Event): readonly Element[] {
  return event.composedPath().filter((target) => target instanceof Element);
}

/** From the innermost element in the closed roots of a target up to, and without, the target itself. */
function hiddenPath(target: Element, event: Event, openRoot: OpenRoot): readonly Element[] {
  const root = target instanceof HTMLElement ? openRoot(target) : null;
  // Of an open root the path tells: then the host itself was hit.
  const hit = root === null || root.mode === 'open' ? null : hitIn(root, event, openRoot);
  if (hit === null) return [];
  const up = [...around(hit)];
  const below = up.slice(0, up.indexOf(target));
  return [...hiddenPath(hit, event, openRoot), ...below];
}

/** What a press on the host of a root hits inside: what lies under the mouse, has the focus, or is all there is to press. */
function hitIn(root: ShadowRoot, event: Event, openRoot: OpenRoot): Element | null {
  const byMouse = event instanceof MouseEvent && event.isTrusted && event.detail > 0;
  // jsdom has no layout.
  if (byMouse && 'elementFromPoint' in root) {
    const hit = root.elementFromPoint(event.clientX, event.clientY);
    return hit !== null && root.contains(hit) ? hit : null;
  }
  if (event.isTrusted && root.activeElement !== null) return root.activeElement;
  const all = buttonsIn(root, openRoot).filter(isPressable);
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** The button in a host's closed root into whose slot a child of the host is put. */
function slottedInto(host: Element, child: Element | null, openRoot: OpenRoot): HTMLElement | null {
  const root = child?.parentElement === host ? rootOf(host, openRoot) : null;
  if (root === null) return null;
  const holding = findAll(root, SLOT, openRoot).find(
    (slot) => slot instanceof HTMLSlotElement && slot.assignedElements().some((each) => each === child),
  );
  if (holding === undefined) return null;
  for (const element of around(holding)) {
    if (element === host) return null;
    if (isPressable(element)) return element;
  }
  return null;
}

function leadsElsewhere(link: HTMLAnchorElement): boolean {
  const address = link.getAttribute('href');
  return address !== null && address !== '' && !/^(?:#|javascript:)/i.test(address.trim());
}

function isButtonTag(element: HTMLElement): boolean {
  const { localName } = element;
  if (!localName.includes('-') || OURS.test(localName) || element.hasAttribute('role')) return false;
  return BUTTON_TAG.test(localName) || element.tabIndex >= 0;
}

/** True for a custom tag whose button is inside it. */
function wraps(element: HTMLElement, openRoot: OpenRoot): boolean {
  const root = rootOf(element, openRoot) ?? element;
  for (const inner of elementsIn(root, openRoot)) if (inner.matches(PRESSABLE)) return true;
  return false;
}
