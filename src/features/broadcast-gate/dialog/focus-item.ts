const OPEN_ITEM = 'fieldset[data-item]:not([data-state="right"])';
/** Nothing can be typed into it, so it takes the focus itself. */
const BLOCK = '.finding[data-level="block"]';
const OPEN_WARNING = '.finding[data-level="warn"][data-open="true"]';
const CONTROL = 'input, select, a[href], button';

/** Where somebody without an open item starts: the way back, never the button that sends. */
const WAY_BACK = '.actions button';

/** Puts the focus on the first control of the first item that is still open; what is above it stays in view. */
export function focusOpenItem(within: ParentNode): void {
  const control = within.querySelector(OPEN_ITEM)?.querySelector<HTMLElement>(CONTROL);
  (control ?? within.querySelector<HTMLElement>(WAY_BACK))?.focus({ preventScroll: true });
}

/** After the questions were asked anew: leads to what keeps the broadcast from going, wherever on the sheet that is. */
export function showFirstOpen(within: ParentNode): void {
  const first = [BLOCK, OPEN_ITEM, OPEN_WARNING]
    .map((selector) => within.querySelector<HTMLElement>(selector))
    .find((found) => found !== null);
  if (!first) return;
  const target = first.matches(BLOCK) ? first : first.querySelector<HTMLElement>(CONTROL);
  target?.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'nearest' });
}

/** Leads on to the next open item, but only a person who is in the item that was just answered. */
export function focusNextItem(answered: HTMLElement): void {
  const root = answered.getRootNode();
  if (!(root instanceof ShadowRoot) || !answered.contains(root.activeElement)) return;
  const open = [...root.querySelectorAll<HTMLElement>(OPEN_ITEM)];
  const isAfter = (other: Node) =>
    (answered.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = open.find(isAfter) ?? open[0];
  next?.querySelector<HTMLElement>(CONTROL)?.focus();
}
