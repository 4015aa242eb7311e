/** Calls back when the part of `list` that is in view may be another one: scrolled or resized; at most once a frame. */
export function watchView(list: HTMLElement, listener: () => void, signal: AbortSignal): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) listener();
    });
  };
  list.addEventListener('scroll', ask, { passive: true, signal });
  // Resize is delivered after layout and before paint, so that the listener may run at once.
  const resize = new ResizeObserver(() => !signal.aborted && listener());
  resize.observe(list);
  signal.addEventListener('abort', () => resize.disconnect(), { once: true });
}
