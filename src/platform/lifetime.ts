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

/** Where copies of one version find each other: they share a world of their own, which no page can look into. */
const LIVING = Symbol.for('matta-living');

/**
 * Starts a content script's life and ends that of an older version's copy in the same page. Null where a copy of this version
 * lives there already: the worker puts one into a page that does not answer, and the browser another into a page that is just
 * being loaded; the first has what the network gate handed over, which is not given twice. No event tells that the extension was
 * updated or removed; it shows in `runtime.id` being gone, which is looked at when the page comes into view.
 */
export function startLifetime(document: Document): Lifetime | null {
  const living = livingIn(document);
  if (living !== null && !living.check()) return null;
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
  const lifetime = { signal, check };
  Reflect.set(globalThis, LIVING, { document, lifetime } satisfies Living);
  return lifetime;
}

interface Living {
  readonly document: Document;
  readonly lifetime: Lifetime;
}

/** A frame may show one document after another in the same world. */
function livingIn(document: Document): Lifetime | null {
  const living: Living | undefined = Reflect.get(globalThis, LIVING);
  return living?.document === document ? living.lifetime : null;
}
