import { type Browsers, launchBrowsers } from '../browser/browsers.ts';
import { ConversationTab, labelled } from '../browser/conversation-tab.ts';
import { pageScript } from '../browser/page-script.ts';
import { WAY_NAMES, type WayName } from '../page/way-names.ts';
import type { GroupContext } from './group.ts';
import { longTasksAndShifts } from './long-tasks.ts';

/** How many messages a conversation has, and in how many tabs those that the goals compare are measured in it. */
const SIZES: readonly { readonly rows: number; readonly tabs: number }[] = [
  { rows: 100, tabs: 2 },
  { rows: 1_000, tabs: 2 },
  { rows: 10_000, tabs: 1 },
];
/** The others once: their tables need no more, and what can be repeated in a tab is. */
const COMPARED: readonly WayName[] = ['page', 'bare', 'matta'];
/** Peers at 10,000 rows would say the same as at 1,000, and double the length of a run. */
const MOST_FOR_PEERS = 1_000;
/** How often what happens on an open page is measured in each tab. */
const REPEATS = 3;
/** Several times in a row, since one alone is near what can be measured. */
const APPENDED = 5;
const SCROLLED = 20;
/** Where every row is scrolled past, so that each has its badge. */
const EAGER_ROWS = 1_000;
const STEP = 200;
const CHURNED = 200;

/** What happens in a conversation, way by way in turn, in a fresh tab for each: all ways meet the same moments. */
export async function measureRows({ samples, quick, say }: GroupContext): Promise<void> {
  const [browsers, script] = await Promise.all([launchBrowsers(), pageScript('page/main.ts')]);
  try {
    for (const { rows, tabs } of SIZES) {
      for (let round = 0; round < (quick ? 1 : tabs); round += 1) {
        for (const way of waysFor(rows, round)) {
          say(`rows: ${rows}, tab ${round + 1}, ${way}`);
          const note = (what: string, value: number) => samples.add(`${what}/${rows}/${way}`, value);
          await inOneTab({ browsers, script, way, rows, note, repeats: quick ? 1 : REPEATS });
        }
      }
    }
    say('rows: every row seen, and long tasks');
    samples.add(`eagerBytes/${EAGER_ROWS}/matta`, await bytesOfSeenBadges(browsers, script));
    await longTasksAndShifts(browsers, script, quick ? 1_000 : 10_000, samples);
  } finally {
    await browsers.close();
  }
}

/** The oracle is for a minute alone. */
function waysFor(rows: number, round: number): readonly WayName[] {
  if (round > 0 || rows > MOST_FOR_PEERS) return COMPARED;
  return WAY_NAMES.filter((way) => way !== 'limitVisible');
}

type Note = (what: string, value: number) => void;

interface Course {
  readonly browsers: Browsers;
  readonly script: string;
  readonly way: WayName;
  readonly rows: number;
  readonly note: Note;
  readonly repeats: number;
}

/** The way comes to a conversation that is open already, as after an installation, and is at work while the page goes on. */
async function inOneTab(course: Course): Promise<void> {
  const { browsers, script, way, rows, note } = course;
  const tab = await ConversationTab.open(await browsers.tabFor(way), way, rows, script);
  const before = await tab.meter.heap();
  // Matta's whole start is in its figure.
  const start = await tab.meter.during(() => tab.start(browsers.waiting));
  note('install', start.task);
  await labelled(tab);
  const rest = await tab.meter.during(() => tab.settle());
  note('read', start.script + rest.script);
  note('heap', (await tab.meter.heap()) - before);
  await workOn(tab, course);
  await tab.close();
}

async function workOn(tab: ConversationTab, { note, repeats }: Course): Promise<void> {
  const { page, meter } = tab;
  const cost = async (what: string, times: number, act: () => Promise<unknown>) => {
    const { task } = await meter.during(async () => {
      await act();
      await tab.frames();
    });
    note(what, task / times);
    await tab.settle(200);
  };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    // In this order: by a new message and by another conversation the list is at its end again.
    await cost('append', APPENDED, () => page.evaluate(sendSome, APPENDED));
    await cost('scrollNew', SCROLLED, () => page.evaluate(scroll, [SCROLLED, -STEP] as const));
    await cost('scroll', SCROLLED, () => page.evaluate(scroll, [SCROLLED, STEP] as const));
    await cost('churn', CHURNED, () => page.evaluate((count) => window.practice.churn(count), CHURNED));
    await cost('prepend', 1, () => page.evaluate(() => void window.practice.older()));
    await page.evaluate(() => window.practice.open(1));
    await tab.settle();
    await cost('switch', 1, () => page.evaluate(() => window.practice.open(0)));
    await tab.settle();
  }
}

/** Scrolls past every row; answers the bytes for each badge that came by that. */
async function bytesOfSeenBadges(browsers: Browsers, script: string): Promise<number> {
  const tab = await ConversationTab.open(await browsers.tabFor('matta'), 'matta', EAGER_ROWS, script);
  await tab.start(browsers.waiting);
  await tab.settle();
  const badges = () => tab.page.locator('matta-badge').count();
  const [few, before] = [await badges(), await tab.meter.heap()];
  await tab.page.evaluate(scroll, [EAGER_ROWS / 5, -5 * STEP] as const);
  await tab.settle();
  const bytes = ((await tab.meter.heap()) - before) / ((await badges()) - few);
  await tab.close();
  return bytes;
}

/** Runs in the page: sends messages, one after the other is confirmed. */
async function sendSome(count: number): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let sent = 0; sent < count; sent += 1) {
    window.practice.send();
    await new Promise((resolve) => setTimeout(resolve, 60));
    await frame();
  }
}

/** Runs in the page: scrolls, one frame a step. */
async function scroll([steps, by]: readonly [number, number]): Promise<void> {
  const list = [...document.querySelectorAll('*')].find((element) => element.scrollTop > 0);
  for (let step = 0; step < steps; step += 1) {
    list?.scrollBy(0, by);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
