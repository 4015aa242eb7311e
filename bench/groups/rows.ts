import { type Browsers, launchBrowsers } from '../browser/browsers.ts';
import { ConversationTab, labelled } from '../browser/conversation-tab.ts';
import { pageScript } from '../browser/page-script.ts';
import { PEERS, WAY_NAMES, type WayName } from '../page/way-names.ts';
import type { GroupContext } from './group.ts';
import { longTasksAndShifts } from './long-tasks.ts';

/** How many messages a conversation has, and how often each way is measured in it. */
const SIZES: readonly { readonly rows: number; readonly rounds: number }[] = [
  { rows: 100, rounds: 5 },
  { rows: 1_000, rounds: 5 },
  { rows: 10_000, rounds: 3 },
];
const QUICK: typeof SIZES = [
  { rows: 100, rounds: 1 },
  { rows: 1_000, rounds: 2 },
];
/** Several times in a row, since one alone is near what can be measured. */
const APPENDED = 5;
const SCROLLED = 20;
/** Where every row is scrolled past, so that each has its badge. */
const EAGER_ROWS = 1_000;
const STEP = 200;
const CHURNED = 200;

/** What happens in a conversation, way by way in turn, each time in a fresh tab: all ways meet the same moments. */
export async function measureRows({ samples, quick, say }: GroupContext): Promise<void> {
  const [browsers, script] = await Promise.all([launchBrowsers(), pageScript('page/main.ts')]);
  try {
    for (const { rows, rounds } of quick ? QUICK : SIZES) {
      for (let round = 0; round < rounds; round += 1) {
        for (const way of waysFor(rows)) {
          say(`rows: ${rows}, round ${round + 1} of ${rounds}, ${way}`);
          const note = (what: string, value: number) => samples.add(`${what}/${rows}/${way}`, value);
          await onOpenConversation(browsers, script, way, rows, note);
          await onRunningWay(browsers, script, way, rows, note);
        }
      }
    }
    await longTasksAndShifts(browsers, script, quick ? 1_000 : 10_000, samples);
  } finally {
    await browsers.close();
  }
}

/** The oracle is for a minute alone; peers at 10,000 rows would double the length of a run. */
function waysFor(rows: number): readonly WayName[] {
  const peers: readonly WayName[] = PEERS;
  return WAY_NAMES.filter((way) => way !== 'limitVisible' && (rows <= 1_000 || !peers.includes(way)));
}

type Note = (what: string, value: number) => void;

/** The way comes to a conversation that is open already, as after an installation. Matta's whole start is in its figure. */
async function onOpenConversation(
  browsers: Browsers,
  script: string,
  way: WayName,
  rows: number,
  note: Note,
): Promise<void> {
  const tab = await ConversationTab.open(await browsers.tabFor(way), way, rows, script);
  const before = await tab.meter.heap();
  const start = await tab.meter.during(() => tab.start(browsers.waiting));
  note('install', start.task);
  const rest = await tab.meter.during(() => tab.settle());
  note('read', start.script + rest.script);
  const after = await tab.meter.heap();
  note('heap', after - before);
  if (way === 'matta' && rows === EAGER_ROWS) note('eagerBytes', await bytesOfSeenBadges(tab, after));
  await tab.close();
}

/** Scrolls past every row; answers the bytes for each badge that came by that. */
async function bytesOfSeenBadges(tab: ConversationTab, before: number): Promise<number> {
  const badges = () => tab.page.locator('matta-badge').count();
  const few = await badges();
  await tab.page.evaluate(scroll, [EAGER_ROWS / 5, -5 * STEP] as const);
  await tab.settle();
  return ((await tab.meter.heap()) - before) / ((await badges()) - few);
}

/** The way is at work, and the page goes on. */
async function onRunningWay(
  browsers: Browsers,
  script: string,
  way: WayName,
  rows: number,
  note: Note,
): Promise<void> {
  const tab = await ConversationTab.open(await browsers.runningTabFor(way), way, rows, script);
  if (way !== 'matta') await tab.start(browsers.waiting);
  await labelled(tab);
  await tab.settle();
  const { page, meter } = tab;
  const cost = async (what: string, times: number, act: () => Promise<unknown>) => {
    const { task } = await meter.during(async () => {
      await act();
      await tab.frames();
    });
    note(what, task / times);
    await tab.settle(200);
  };
  await cost('append', APPENDED, () => page.evaluate(sendSome, APPENDED));
  await cost('scrollNew', SCROLLED, () => page.evaluate(scroll, [SCROLLED, -STEP] as const));
  await cost('scroll', SCROLLED, () => page.evaluate(scroll, [SCROLLED, STEP] as const));
  await cost('churn', CHURNED, () => page.evaluate((count) => window.practice.churn(count), CHURNED));
  await cost('prepend', 1, () => page.evaluate(() => void window.practice.older()));
  await page.evaluate(() => window.practice.open(1));
  await tab.settle();
  await cost('switch', 1, () => page.evaluate(() => window.practice.open(0)));
  await tab.close();
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
