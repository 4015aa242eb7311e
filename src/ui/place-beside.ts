/** Room left between a panel and its anchor or the window's edge, in CSS pixels. */
const GAP = 8;

/** Puts a fixed box above its anchor where there is room, else below, and always wholly inside the window. */
export function placeBeside(box: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
  const above = at.top - GAP - height;
  const top = above >= GAP ? above : Math.min(at.bottom + GAP, clientHeight - height - GAP);
  const left = Math.min(at.right - width, clientWidth - width - GAP);
  box.style.top = `${Math.max(GAP, top)}px`;
  box.style.left = `${Math.max(GAP, left)}px`;
}
