/** Stand-ins for what jsdom lacks and the checklist dialog uses. Import for the effect. */
import './dom-stand-ins.ts';

/** What the browser would say of the dialog; tests change it. */
export const sight = {
  /** What is found at any point of the window; null: the dialog's host. */
  hit: null as Element | null,
  width: 1_000,
  height: 700,
};

interface Report {
  readonly isVisible: boolean;
}

class FakeIntersectionObserver {
  static readonly watching = new Set<FakeIntersectionObserver>();
  readonly #listener: (entries: readonly Report[]) => void;
  constructor(listener: (entries: readonly Report[]) => void) {
    this.#listener = listener;
  }
  observe(): void {
    FakeIntersectionObserver.watching.add(this);
  }
  disconnect(): void {
    FakeIntersectionObserver.watching.delete(this);
  }
  tell(isVisible: boolean): void {
    this.#listener([{ isVisible }]);
  }
}

/** The browser reports whether what is watched can really be seen. */
export function reportVisibility(isVisible: boolean): void {
  for (const observer of [...FakeIntersectionObserver.watching]) observer.tell(isVisible);
}

const scrolledTo: Element[] = [];

/** What was scrolled into view last, if anything was. */
export function lastScrolledTo(): Element | undefined {
  return scrolledTo.at(-1);
}

/** How many observers still watch something. */
export function visibilityObservers(): number {
  return FakeIntersectionObserver.watching.size;
}

function showModal(this: HTMLDialogElement): void {
  if (this.open || !this.isConnected)
    throw new DOMException('open, or not in the document', 'InvalidStateError');
  this.open = true;
}

/** The browser tells of a closed dialog a moment later, also when it is open again by then. */
function close(this: HTMLDialogElement): void {
  this.open = false;
  queueMicrotask(() => this.dispatchEvent(new Event('close')));
}

Object.defineProperty(globalThis, 'IntersectionObserver', {
  value: FakeIntersectionObserver,
  configurable: true,
});
Object.defineProperties(HTMLDialogElement.prototype, {
  showModal: { value: showModal, configurable: true },
  close: { value: close, configurable: true },
  getBoundingClientRect: { value: () => ({ width: sight.width, height: sight.height }), configurable: true },
});
Element.prototype.scrollIntoView = function (this: Element) {
  scrolledTo.push(this);
};
document.elementFromPoint = () => sight.hit ?? document.querySelector('matta-gate');
