import type { Way } from './way.ts';
import type { WayName } from './way-names.ts';
import { bare } from './ways/bare.ts';
import { limitVisible } from './ways/limit-visible.ts';
import { reactTimeago } from './ways/react-timeago.ts';
import { relativeTimeElement } from './ways/relative-time-element.ts';
import { timeago } from './ways/timeago.ts';
import { usualInterval } from './ways/usual-interval.ts';

/** What runs in the page by a script of its own. */
export type ScriptedWay = Exclude<WayName, 'page' | 'matta'>;

const WAYS: Readonly<Record<ScriptedWay, () => Way>> = {
  bare,
  limitVisible,
  usualInterval,
  relativeTimeElement,
  timeago,
  reactTimeago,
};

const OUTGOING = '.chat-reverse .chat-body';
let started: Way | null = null;

/**
 * Starts a way: what is there gets its labels now, and what comes later in the microtask after, as Matta does it. Every way
 * notices rows by the same observer, which walks what was added and nothing else.
 */
export function startWay(name: ScriptedWay): void {
  const way = WAYS[name]();
  const seen = new WeakSet<HTMLElement>();
  const take = (rows: Iterable<HTMLElement>) => {
    const fresh = [...rows].filter((row) => !seen.has(row));
    for (const row of fresh) seen.add(row);
    if (fresh.length > 0) way.decorate(fresh);
  };
  take(document.querySelectorAll<HTMLElement>(OUTGOING));
  const observer = new MutationObserver((records) => {
    const added = records.flatMap((record) => [...record.addedNodes]);
    take(added.flatMap((node) => (node instanceof HTMLElement ? outgoingIn(node) : [])));
  });
  observer.observe(document.body, { childList: true, subtree: true });
  started = way;
}

/** Lets a minute pass for the way that was started. */
export function tickWay(): void {
  started?.tick();
}

function outgoingIn(node: HTMLElement): readonly HTMLElement[] {
  const inside = [...node.querySelectorAll<HTMLElement>(OUTGOING)];
  return node.matches(OUTGOING) ? [node, ...inside] : inside;
}

/** What the script leaves in the page. */
export interface PageBench {
  readonly start: typeof startWay;
  readonly tick: typeof tickWay;
}

declare global {
  interface Window {
    readonly bench: PageBench;
  }
}
