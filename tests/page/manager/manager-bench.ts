import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach } from 'vitest';
import type { ManagerPage, SendPress } from '../../../src/line/manager/manager-page.ts';
import { openManagerPage } from '../../../src/line/manager/open-manager-page.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { type ManagerShape, openEveryRoot } from '../../support/manager-markup.ts';
import { click } from '../../support/trusted-events.ts';

export const EDITOR = '/broadcast/create';
export const NOON = Date.parse('2026-11-23T12:00:00+09:00');

export interface ManagerBench {
  readonly page: ManagerPage;
  readonly clock: FakeClock;
  /** What was asked, the oldest first. */
  readonly asked: SendPress[];
  /** How to answer from now on. */
  answer: 'hold' | 'pass';
  readonly ending: AbortController;
}

let lifetime = new AbortController();
beforeEach(() => {
  lifetime = new AbortController();
  // Node takes many listeners of one signal for a leak.
  setMaxListeners(0, lifetime.signal);
});
afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
  Reflect.deleteProperty(window, 'navigation');
});

/** Opens the manager page as the content script does, with a listener for presses. */
export function openBench(openRoot = openEveryRoot): ManagerBench {
  const clock = new FakeClock(NOON);
  const page = openManagerPage(document, clock, lifetime.signal, { openRoot });
  const bench: ManagerBench = { page, clock, asked: [], answer: 'hold', ending: lifetime };
  page.onSendPress((press) => {
    bench.asked.push(press);
    return bench.answer;
  }, lifetime.signal);
  return bench;
}

/** Goes to another address as LINE's router does. */
export function goTo(path: string): void {
  history.pushState(null, '', `/account/@demo${path}`);
  if ('navigation' in window && window.navigation instanceof EventTarget)
    window.navigation.dispatchEvent(new Event('currententrychange'));
}

/** The browser's own telling of changed addresses, which jsdom lacks. */
export function haveNavigation(): void {
  Object.defineProperty(window, 'navigation', { value: new EventTarget(), configurable: true });
}

/** Which labels were asked about when these elements were clicked one after the other; nothing is held. */
export function askedAfter(...elements: readonly Element[]): readonly string[] {
  const bench = openBench();
  bench.answer = 'pass';
  for (const element of elements) click(element);
  return bench.asked.map(({ label, isFinal }) => (isFinal ? `${label}!` : label));
}

/** Every way in which the page may make its buttons. */
export const SHAPES: readonly ManagerShape[] = (['plain', 'open', 'closed'] as const).flatMap((elements) =>
  (['known', 'renamed'] as const).map((classes) => ({ elements, classes })),
);
