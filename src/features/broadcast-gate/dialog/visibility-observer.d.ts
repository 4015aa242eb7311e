/** IntersectionObserver version 2, which TypeScript's DOM library does not know yet. */
interface IntersectionObserverInit {
  /** Also tell whether the target is really to be seen: not covered, transparent or distorted. */
  trackVisibility?: boolean;
  /** Least milliseconds between two reports; 100 at least where visibility is tracked. */
  delay?: number;
}

interface IntersectionObserverEntry {
  readonly isVisible: boolean;
}
