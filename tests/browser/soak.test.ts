import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { BADGE_NAME } from '../../src/features/unsend-badge/badge.ts';
import { chatUrl, MANAGER_ORIGIN } from '../replica/addresses.ts';
import { badgesPresent } from '../support/browser/badges-shown.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { type Held, heldBy } from '../support/browser/leftovers.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { setClock } from '../support/browser/set-clock.ts';
import { storedMessages } from '../support/browser/stored.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';
import { killWorker } from '../support/browser/worker-control.ts';
import { wrongPromises } from '../support/browser/wrong-promises.ts';

/** Several operators' tabs side by side, each with conversations of its own: its number is their seed. */
const TABS = 4;
/** Conversations of each tab, all of which are visited. */
const ROOMS = 125;
const DURATION_MS = 2 * HOUR;
/** The first measurement is taken when everything has been used once. */
const WARM_AFTER = Math.ceil((ROOMS * 20 * MINUTE) / DURATION_MS);
/** How often something happens from outside: the clock goes on, or the worker is stopped. */
const EVENT_EVERY_MS = 300;
/** How many visits to conversations there are for each stop of the worker. */
const VISITS_A_KILL = 20;
/** Longer than what the recorder leaves out around a change of conversation: enough for what it has seen before. */
const STAY_MS = 300;
/** What is there already when Matta notices a conversation is read when the page has nothing else to do: some stays are long enough. */
const LONG_STAY_MS = 3_000;
const LONG_STAY_EVERY = 25;

interface Visit {
  readonly rows: number;
  /** Ids of the sent messages that were on the page for long enough. */
  readonly sent: readonly string[];
}

/**
 * Opens a conversation, looks further back in every second one, writes a message as soon as there are badges (from then on Matta
 * sees at once what is sent) and stays for a little while.
 */
function visit(page: Page, room: number): Promise<Visit> {
  const isLong = room % LONG_STAY_EVERY === 0;
  return page.evaluate(
    async ({ index, isLong, stayMs, badgeName }) => {
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      window.practice.open(index);
      if (index % 2 === 0) window.practice.older();
      while (!window.practice.rows().some((row) => row.querySelector(badgeName))) await wait(10);
      window.practice.send();
      while (window.practice.truth().at(-1)?.state !== 'sent') await wait(10);
      const sentIds = () => {
        const sent = window.practice
          .truth()
          .filter((row) => row.direction === 'outgoing' && row.state === 'sent');
        return sent.flatMap(({ id }) => id ?? []);
      };
      const own = sentIds().slice(-1);
      const before = isLong ? sentIds() : own;
      await wait(stayMs);
      // The page loads older rows by itself when the view is at its start; those came too late to count.
      const stayed = new Set(sentIds());
      return { rows: window.practice.rows().length, sent: before.filter((id) => stayed.has(id)) };
    },
    { index: room, isLong, stayMs: isLong ? LONG_STAY_MS : STAY_MS, badgeName: BADGE_NAME },
  );
}

/** The same numbers between 0 and 1 on every run. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

describe('two hours of work', () => {
  let matta: Matta;
  let tabs: readonly Page[] = [];
  const errors: (readonly string[])[] = [];
  const visits: Visit[] = [];
  const warm: Held[] = [];
  const end: Held[] = [];
  let kills = 0;

  /** Measures a tab in the conversation in which it began. */
  async function measure(page: Page): Promise<Held> {
    await page.evaluate(() => window.practice.open(0));
    await page.waitForTimeout(STAY_MS);
    return heldBy(page);
  }
  async function workIn(page: Page, tab: number): Promise<void> {
    for (let room = 0; room < ROOMS; room++) {
      visits.push(await visit(page, room));
      if (room === WARM_AFTER) warm[tab] = await measure(page);
    }
  }
  /** Lets two hours pass in step with the work, and stops the worker at random moments. */
  async function disturb(working: AbortSignal): Promise<void> {
    for (const number of numbers()) {
      if (working.aborted) break;
      await new Promise((resolve) => setTimeout(resolve, EVENT_EVERY_MS * 2 * number));
      if (kills < visits.length / VISITS_A_KILL) {
        await killWorker(matta);
        kills++;
      } else {
        await setClock(matta, Math.round((DURATION_MS * visits.length) / (TABS * ROOMS)));
      }
    }
    await setClock(matta, DURATION_MS);
  }

  beforeAll(async () => {
    matta = await launchMatta({
      dist: await withTestClock(builtExtension),
      viewport: { width: 1000, height: 600 },
    });
    const popup = await matta.openExtensionPage('src/pages/popup/index.html');
    const manager = await matta.context.newPage();
    await manager.goto(MANAGER_ORIGIN);
    tabs = await Promise.all(Array.from({ length: TABS }, () => matta.context.newPage()));
    errors.push(...[popup, manager, ...tabs].map(collectErrors));
    await setClock(matta, 0);
    await Promise.all(tabs.map((page, tab) => page.goto(chatUrl(0, `rooms=${ROOMS}&seed=${tab}`))));
    await Promise.all(tabs.map(badgesPresent));
    await Promise.all(tabs.map((page) => page.evaluate(() => window.practice.setLatency(40))));
    const done = new AbortController();
    const disturbing = disturb(done.signal);
    await Promise.all(tabs.map(workIn));
    done.abort();
    await disturbing;
    end.push(...(await Promise.all(tabs.map(measure))));
  }, 400_000);
  afterAll(() => matta.close());

  test('leads through all conversations and twenty thousand rows, with the worker stopped dozens of times', () => {
    expect(visits.length).toBe(500);
    expect(visits.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(20_000);
    expect(kills).toBeGreaterThan(20);
  });

  test('loses no sent message and stores none twice', { timeout: 120_000 }, async () => {
    const sent = new Set(visits.flatMap((each) => each.sent));
    const missing = async () => {
      const stored = new Set<string>((await storedMessages(matta)).map(({ id }) => id));
      return [...sent].filter((id) => !stored.has(id));
    };
    // What was under way when the worker was stopped is tried again after 2 and 10 seconds, and then after a minute.
    await expect.poll(missing, { timeout: 90_000, interval: 500 }).toEqual([]);
    const ids = (await storedMessages(matta)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(sent.size).toBeGreaterThan(1_000);
  });

  test('ends without wrong promises and without errors', async () => {
    const wrong = await Promise.all(tabs.map(wrongPromises));
    expect(wrong.flat()).toEqual([]);
    expect(errors.flat()).toEqual([]);
  });

  test('leaves nothing of Matta behind that is on no page', () => {
    expect(end).toHaveLength(TABS);
    for (const { attached, detached } of end) {
      expect(attached).toBeGreaterThan(0);
      expect(detached).toBe(0);
    }
  });

  test('makes neither memory nor listeners nor nodes grow', () => {
    for (const [tab, held] of end.entries()) {
      const before = warm[tab];
      expect(held.heap - (before?.heap ?? 0)).toBeLessThan(5_000_000);
      expect(held.listeners - (before?.listeners ?? 0)).toBeLessThan(20);
      // The practice page itself keeps a list or two; a leak would be some of it for each of a hundred conversations.
      expect(held.looseNodes - (before?.looseNodes ?? 0)).toBeLessThan(4_000);
    }
  });
});
