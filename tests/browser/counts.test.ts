import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatUrl } from '../replica/addresses.ts';
import { badgesPresent } from '../support/browser/badges-shown.ts';
import { type ContentWorld, contentWorld, hideTab } from '../support/browser/content-world.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';

/** Long enough for a message to be confirmed and for the page to be quiet again. */
const QUIET_MS = 1_500;

interface Counts {
  readonly timers: number;
  readonly intervals: number;
  readonly searches: number;
  readonly listeners: number;
}

interface Opened {
  readonly page: Page;
  readonly world: ContentWorld;
}

/** What does not depend on the machine: bench/goals.ts has what does. Both lengths go through everything side by side. */
describe('in conversations of 100 and of 2,000 messages', () => {
  let matta: Matta;
  let opened: readonly Opened[];
  beforeAll(async () => {
    matta = await launchMatta();
    // A browser that has just started gives its policy after some seconds; open pages may then ask for their settings again.
    await (await matta.worker()).evaluate(async () => void (await chrome.storage.managed.get(null)));
    opened = await Promise.all([100, 2_000].map((rows) => open(matta, rows)));
  });
  afterAll(() => matta.close());

  function inBoth<T>(act: (one: Opened) => Promise<T>): Promise<readonly T[]> {
    return Promise.all(opened.map(act));
  }

  function countsOf(act: (one: Opened) => Promise<unknown>): Promise<readonly Counts[]> {
    return inBoth(async (one) => {
      await one.world.evaluate('counts.reset()');
      await Promise.all([act(one), one.page.waitForTimeout(QUIET_MS)]);
      return JSON.parse(String(await one.world.evaluate('counts.told()')));
    });
  }

  test('nothing moves by itself: no animation, and no interval', async () => {
    expect(await inBoth(({ page }) => page.evaluate(ownAnimations))).toEqual([0, 0]);
    for (const { intervals } of await countsOf(async () => undefined)) expect(intervals).toBe(0);
  });

  test('changes elsewhere cost no search, no timer and no listener', async () => {
    const none: Counts = { timers: 0, intervals: 0, searches: 0, listeners: 0 };
    const counts = await countsOf(({ page }) => page.evaluate(() => window.practice.churn(200)));
    expect(counts).toEqual([none, none]);
  });

  test('a new message is one element more, and no search through the page', async () => {
    const added: Awaited<ReturnType<typeof ownNodesOfOneMessage>>[] = [];
    const counts = await countsOf(async ({ page }) => {
      added.push(await page.evaluate(ownNodesOfOneMessage, QUIET_MS));
    });
    for (const { own, attributes } of added) {
      expect(own).toBe(1);
      expect(attributes).toBeLessThanOrEqual(6);
    }
    for (const { searches, intervals, listeners, timers } of counts) {
      expect({ searches, intervals, listeners }).toEqual({ searches: 0, intervals: 0, listeners: 0 });
      expect(timers).toBeLessThanOrEqual(6);
    }
  });

  test('in a hidden tab no timer is set', async () => {
    await inBoth(({ world }) => hideTab(world));
    for (const { timers } of await countsOf(async () => undefined)) expect(timers).toBe(0);
  });
});

/** Opens a conversation, waits until everything that starts has started, and begins to count. */
async function open(matta: Matta, rows: number): Promise<Opened> {
  const page = await matta.context.newPage();
  await page.goto(chatUrl(0, `n=${rows}`));
  await badgesPresent(page);
  await page.waitForTimeout(QUIET_MS);
  const world = await contentWorld(page);
  await world.evaluate(COUNT);
  return { page, world };
}

/** Runs in the page: how many of Matta's elements are animated. */
function ownAnimations(): number {
  return document.getAnimations().filter(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    return target?.localName.startsWith('matta-');
  }).length;
}

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
