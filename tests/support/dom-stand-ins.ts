/** Small stand-ins for what jsdom lacks and our content script uses. Import for the effect. */

class FakeResizeObserver {
  static readonly watching = new Set<FakeResizeObserver>();
  readonly #listener: () => void;
  constructor(listener: () => void) {
    this.#listener = listener;
  }
  observe(): void {
    FakeResizeObserver.watching.add(this);
  }
  disconnect(): void {
    FakeResizeObserver.watching.delete(this);
  }
  tell(): void {
    this.#listener();
  }
}

/** What the browser does when any watched element has got another size. */
export function resizeEverything(): void {
  for (const observer of FakeResizeObserver.watching) observer.tell();
}

/** How many resize observers watch something. */
export function resizeObservers(): number {
  return FakeResizeObserver.watching.size;
}

const idle = (callback: (moment: { timeRemaining(): number; didTimeout: boolean }) => void): number =>
  Number(setTimeout(() => callback({ timeRemaining: () => idleMs.remaining, didTimeout: false }), 1));

/** How much time the next idle moments of the page have. */
export const idleMs = { remaining: 40 };

/** Whether the tab is hidden; telling the document of the change is {@link setHidden}'s. */
let hidden = false;

/** Hides the tab or brings it back into view. */
export function setHidden(isHidden: boolean): void {
  hidden = isHidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

Object.defineProperties(globalThis, {
  ResizeObserver: { value: FakeResizeObserver, configurable: true, writable: true },
  requestIdleCallback: { value: idle, configurable: true, writable: true },
});
Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
Object.defineProperties(HTMLElement.prototype, {
  popover: { value: null, configurable: true, writable: true },
  showPopover: { value: () => {}, configurable: true, writable: true },
});
