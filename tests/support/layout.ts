/** jsdom lays nothing out: these give elements the boxes that a browser would. Sizes in CSS pixels. */

interface Box {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Gives one element a box; the answer counts how often it was asked for. */
export function placeAt(element: Element, box: Box | (() => Box)): { reads: number } {
  const counter = { reads: 0 };
  element.getBoundingClientRect = () => {
    counter.reads++;
    const { left = 0, top = 0, width = 0, height = 0 } = typeof box === 'function' ? box() : box;
    return new DOMRect(left, top, width, height);
  };
  return counter;
}

/** Lays rows out one below the other in a list that shows `viewHeight` of them from `scrollTop` on. */
export function stack(
  list: Element,
  rows: readonly Element[],
  { rowHeight = 50, viewHeight = 600, scrollTop = 0 } = {},
): { readonly view: { scrollTop: number }; readonly reads: () => number } {
  const view = { scrollTop };
  placeAt(list, { width: 800, height: viewHeight });
  Object.defineProperty(list, 'clientWidth', { value: 800, configurable: true });
  const counters = rows.map((row, index) =>
    placeAt(row, () => ({ top: index * rowHeight - view.scrollTop, width: 800, height: rowHeight })),
  );
  return { view, reads: () => counters.reduce((sum, counter) => sum + counter.reads, 0) };
}
