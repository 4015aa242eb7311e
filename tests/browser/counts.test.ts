import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatUrl } from '../replica/addresses.ts';
import { badgesPresent } from '../support/browser/badges-shown.ts';
import { type ContentWorld, contentWorld } from '../support/browser/content-world.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';

/** Long enough for a message to be confirmed and for the page to be quiet again. */
const QUIET_MS = 1_500;

interface Counts {
  readonly timers: number;
  readonly intervals: number;
  readonly searches: number;
  readonly listeners: number;
}

/** What does not depend on the machine: bench/goals.ts has what does. */
describe.each([100, 2_000])('in a conversation of %i messages', (rows) => {
  let matta: Matta;
  let page: Page;
  let world: ContentWorld;
  beforeAll(async () => {
    matta = await launchMatta();
    page = await matta.context.newPage();
    await page.goto(chatUrl(0, `n=${rows}`));
    await badgesPresent(page);
    await page.waitForTimeout(QUIET_MS);
    world = await contentWorld(page);
    await world.evaluate(COUNT);
  });
  afterAll(() => matta.close());

  async function countsOf(act: () => Promise<unknown>): Promise<Counts> {
    await world.evaluate('counts.reset()');
    await act();
    await page.waitForTimeout(QUIET_MS);
    return JSON.parse(String(await world.evaluate('counts.told()')));
  }

  test('nothing moves by itself: no animation, and no interval', async () => {
    const animated = await page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => {
          const target = effect instanceof KeyframeEffect ? effect.target : null;
          return target?.localName.startsWith('matta-');
        }).length,
    );
    expect(animated).toBe(0);
    expect((await countsOf(async () => undefined)).intervals).toBe(0);
  });

  test('changes elsewhere cost no search, no timer and no listener', async () => {
    const counts = await countsOf(() => page.evaluate(() => window.practice.churn(200)));
    expect(counts).toEqual({ timers: 0, intervals: 0, searches: 0, listeners: 0 });
  });

  test('a new message is one element more, however long the conversation', async () => {
    const added = await page.evaluate(ownNodesOfOneMessage, QUIET_MS);
    expect(added.own).toBe(1);
    expect(added.attributes).toBeLessThanOrEqual(6);
  });

  test('a new message searches the page no more often than its own row', async () => {
    const counts = await countsOf(() => page.evaluate(() => window.practice.send()));
    expect(counts.searches).toBe(0);
    expect(counts.intervals).toBe(0);
    expect(counts.listeners).toBe(0);
    expect(counts.timers).toBeLessThanOrEqual(6);
  });

  test('in a hidden tab no timer is set', async () => {
    await world.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'))`);
    expect((await countsOf(async () => undefined)).timers).toBe(0);
    await world.evaluate(`delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))`);
  });
});

/** Runs in the page: sends a message, and counts Matta's elements that come and the attributes that are written on them. */
async function ownNodesOfOneMessage(quietMs: number): Promise<{ own: number; attributes: number }> {
  const isOurs = (node: Node) => node.nodeName.startsWith('MATTA-');
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((told) => records.push(...told));
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  window.practice.send();
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isOurs);
  const written = records.filter(({ type, target }) => type === 'attributes' && isOurs(target));
  return { own: added.length, attributes: written.length };
}

/** Runs in Matta's world: counts what its code asks the browser for. Searches are those through the whole document. */
const COUNT = `(() => {
  const counted = { timers: 0, intervals: 0, searches: 0, listeners: 0 };
  const count = (target, name, what, isCounted = () => true) => {
    const original = target[name];
    target[name] = function (...given) {
      if (isCounted(this)) counted[what] += 1;
      return Reflect.apply(original, this, given);
    };
  };
  count(globalThis, 'setTimeout', 'timers');
  count(globalThis, 'setInterval', 'intervals');
  for (const name of ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'getElementsByClassName'])
    count(Document.prototype, name, 'searches');
  count(EventTarget.prototype, 'addEventListener', 'listeners', (target) => target instanceof Node || target === window);
  globalThis.counts = {
    reset: () => { for (const name of Object.keys(counted)) counted[name] = 0; },
    told: () => JSON.stringify(counted),
  };
})()`;
