import { isMessageTruth } from './chat-truth.ts';
import type { Marks } from './page-variant.ts';

/** jsdom lays nothing out. This answers with boxes as people would see the page, whatever its markup. */
export class ChatLayout {
  marks: Marks | null = null;

  /** From now on every element has a box. Answers how to go back. */
  install(): () => void {
    const before = Element.prototype.getBoundingClientRect;
    const styles = globalThis.getComputedStyle;
    // All that matters is written on the elements, and jsdom takes longer for its answer than for all the rest.
    globalThis.getComputedStyle = (element) =>
      element instanceof HTMLElement ? element.style : styles(element);
    const layout = this;
    Element.prototype.getBoundingClientRect = function (this: Element) {
      return layout.#boxOf(this);
    };
    return () => {
      Element.prototype.getBoundingClientRect = before;
      globalThis.getComputedStyle = styles;
    };
  }

  /** A message's parts stand on its side, everything else fills the list; all lie in view. */
  #boxOf(element: Element): DOMRect {
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const mark = this.marks?.get(around);
      if (isMessageTruth(mark)) return new DOMRect(mark.direction === 'outgoing' ? 500 : 40, 10, 260, 40);
    }
    return new DOMRect(0, 0, 800, 600);
  }
}
