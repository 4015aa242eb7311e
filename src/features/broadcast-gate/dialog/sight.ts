import type { Clock, Instant } from '../../../domain/clock.ts';

/** The browser tells of visibility no more often than this, in milliseconds; it takes no smaller number. */
const REPORT_EVERY_MS = 100;
/** The least size of the dialog, in CSS pixels of an unzoomed page, where the window has room for it. */
const LEAST_WIDTH = 280;
const LEAST_HEIGHT = 200;
/** What a dialog may leave free of a small window. */
const MARGIN = 40;

/** `unknown` until the browser has told for the first time since the dialog was (re)opened. */
export type Visibility = 'unknown' | 'covered' | { readonly since: Instant };

/** Whether the dialog is really to be seen: whole, uncovered, undistorted, and as large as it should be. */
export class Sight {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #clock: Clock;
  readonly #onLost: () => void;
  readonly #observer: IntersectionObserver;
  #visibility: Visibility = 'unknown';

  /** @param onLost is called when something hides what was seen until then */
  constructor(host: HTMLElement, box: HTMLElement, clock: Clock, onLost: () => void, signal: AbortSignal) {
    this.#host = host;
    this.#box = box;
    this.#clock = clock;
    this.#onLost = onLost;
    this.#observer = new IntersectionObserver((entries) => this.#learn(entries), {
      trackVisibility: true,
      delay: REPORT_EVERY_MS,
    });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
    this.restart();
  }

  get visibility(): Visibility {
    return this.#visibility;
  }

  /** What was known does not hold after the dialog was opened anew. */
  restart(): void {
    this.#visibility = 'unknown';
    this.#observer.disconnect();
    this.#observer.observe(this.#box);
  }

  /** False when the page has shrunk the dialog, as `zoom` on the root does, which visibility does not tell. */
  hasExpectedSize(): boolean {
    const { width, height } = this.#box.getBoundingClientRect();
    const window = this.#host.ownerDocument.defaultView;
    if (window === null) return false;
    return (
      width >= Math.min(LEAST_WIDTH, window.innerWidth - MARGIN) &&
      height >= Math.min(LEAST_HEIGHT, window.innerHeight - MARGIN)
    );
  }

  /** Whether a point of the window belongs to the dialog. */
  isHit(x: number, y: number): boolean {
    return this.#host.ownerDocument.elementFromPoint(x, y) === this.#host;
  }

  #learn(entries: readonly IntersectionObserverEntry[]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    const wasSeen = typeof this.#visibility !== 'string';
    if (last.isVisible) {
      if (!wasSeen) this.#visibility = { since: this.#clock.now() };
      return;
    }
    this.#visibility = 'covered';
    // What lies above may take every press, so that no event would tell of it.
    if (wasSeen && !this.#host.ownerDocument.hidden) this.#onLost();
  }
}
