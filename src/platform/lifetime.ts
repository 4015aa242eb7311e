import { contentBrowser } from './content-browser.ts';

/** Announces a new copy of a content script to the one that an update of the extension has left behind. */
export const TAKE_OVER = 'matta-take-over';

/** How a content script's life ended: `replaced` by a newer copy of itself, or `orphaned`: the extension is gone. */
export type Ending = 'replaced' | 'orphaned';

/** The life of one content script. `signal.reason` is its {@link Ending}. */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** Ends the life if the extension is gone; true if it has ended. Cheap enough to call before every use of the browser. */
  check(): boolean;
}

/**
 * Starts a content script's life and ends that of an older copy in the same page. No event tells that the extension was
 * updated or removed; it shows in `runtime.id` being gone, which is looked at when the page comes into view.
 */
export function startLifetime(document: Document): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const end = (ending: Ending) => controller.abort(ending);
  const check = () => {
    if (!signal.aborted && contentBrowser.runtime?.id === undefined) end('orphaned');
    return signal.aborted;
  };
  document.dispatchEvent(new CustomEvent(TAKE_OVER));
  document.addEventListener(TAKE_OVER, () => end('replaced'), { signal });
  document.addEventListener('visibilitychange', check, { signal });
  return { signal, check };
}
