import { contentWorld } from '../../tests/support/browser/content-world.ts';
import { type Browsers, launchBrowsers } from '../browser/browsers.ts';
import { ConversationTab, labelled } from '../browser/conversation-tab.ts';
import type { Cpu } from '../browser/cpu-meter.ts';
import { pageScript } from '../browser/page-script.ts';
import { WAY_NAMES, type WayName } from '../page/way-names.ts';
import type { GroupContext } from './group.ts';

const MINUTE_MS = 60_000;
const MINUTES = 3;
const TICKS = 7;

/** Where the page is while a minute passes. */
type View = 'visible' | 'old' | 'hidden';

interface Watched {
  readonly tab: ConversationTab;
  /** `1000/bare`, or `1000/matta-hidden`. */
  readonly name: string;
}

/** Minutes as they really pass, for all ways at once; then, for those that can be told to, as many ticks as it takes. */
export async function measureMinute({ samples, quick, say }: GroupContext): Promise<void> {
  const [browsers, script] = await Promise.all([launchBrowsers(), pageScript('page/main.ts')]);
  try {
    say('minute: opening every way at every size');
    const watched = await openAll(browsers, script, quick ? [1_000] : [100, 1_000, 10_000]);
    for (let minute = 0; minute < (quick ? 1 : MINUTES); minute += 1) {
      say(`minute: ${minute + 1} is passing`);
      await passMinute(watched, (key, { task }) => samples.add(key, task));
    }
    for (let round = 0; round < (quick ? 2 : TICKS); round += 1) {
      say(`minute: round ${round + 1} of ticks`);
      for (const { tab, name } of watched) {
        if (tab.way === 'page' || tab.way === 'matta') continue;
        const { task, script: inScript } = await tab.meter.during(() => tick(tab));
        samples.add(`tick/${name}`, task);
        samples.add(`tickScript/${name}`, inScript);
      }
    }
  } finally {
    await browsers.close();
  }
}

async function openAll(
  browsers: Browsers,
  script: string,
  sizes: readonly number[],
): Promise<readonly Watched[]> {
  const watched: Watched[] = [];
  for (const rows of sizes) {
    for (const way of waysFor(rows)) watched.push(await watch(browsers, script, way, rows, 'visible'));
    for (const view of ['old', 'hidden'] as const)
      watched.push(await watch(browsers, script, 'matta', rows, view));
  }
  return watched;
}

/** At 1,000 rows everybody; elsewhere those that the goals name, since timers by the thousand would slow all others down. */
function waysFor(rows: number): readonly WayName[] {
  return rows === 1_000 ? WAY_NAMES : ['page', 'bare', 'limitVisible', 'matta'];
}

async function watch(
  browsers: Browsers,
  script: string,
  way: WayName,
  rows: number,
  view: View,
): Promise<Watched> {
  const tab = await ConversationTab.open(await browsers.runningTabFor(way), way, rows, script);
  if (way !== 'matta') await tab.start(browsers.waiting);
  await labelled(tab);
  if (view === 'old') await tab.page.evaluate(scrollToStart);
  if (view === 'hidden') await hide(tab);
  if (way === 'page' || way === 'matta') await tab.settle();
  else await tab.page.waitForTimeout(800);
  return { tab, name: `${rows}/${way}${view === 'visible' ? '' : `-${view}`}` };
}

/** Waits for the next full minute and beyond, and notes its cost, that of the frame of the minute, and that of quiet seconds. */
async function passMinute(watched: readonly Watched[], note: (key: string, cpu: Cpu) => void): Promise<void> {
  const untilMinute = MINUTE_MS - (Date.now() % MINUTE_MS);
  const lead = untilMinute < 8_000 ? untilMinute + MINUTE_MS : untilMinute;
  const boundary = Date.now() + lead;
  const readAll = async () => Promise.all(watched.map(({ tab }) => tab.meter.read()));
  const at = async (moment: number) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - Date.now())));
    return readAll();
  };
  const marks = {
    before: await at(boundary - 1_500),
    after: await at(boundary + 2_500),
    quietStart: await at(boundary + 5_000),
    quietEnd: await at(boundary + 25_000),
    end: await at(boundary + MINUTE_MS - 1_500),
  };
  for (const [index, { tab, name }] of watched.entries()) {
    const between = (from: readonly Cpu[], to: readonly Cpu[], divisor = 1): Cpu => ({
      task: ((to[index]?.task ?? Number.NaN) - (from[index]?.task ?? Number.NaN)) / divisor,
      script: ((to[index]?.script ?? Number.NaN) - (from[index]?.script ?? Number.NaN)) / divisor,
    });
    const passing = between(marks.before, marks.after);
    if (tab.way === 'page' || tab.way === 'matta') {
      note(`tick/${name}`, passing);
      note(`tickScript/${name}`, { ...passing, task: passing.script });
    }
    note(`second/${name}`, between(marks.quietStart, marks.quietEnd, 20));
    note(`idle/${name}`, between(marks.before, marks.end));
  }
}

async function tick(tab: ConversationTab): Promise<void> {
  await tab.page.evaluate(() => window.bench.tick());
  await tab.frames();
}

/** Runs in the page: to messages of which nothing changes any more. */
function scrollToStart(): void {
  const list = [...document.querySelectorAll('*')].find((element) => element.scrollTop > 0);
  list?.scrollTo(0, 0);
}

/** A tab behind another: in Matta's world alone, since a browser without a screen shows every tab. */
async function hide(tab: ConversationTab): Promise<void> {
  const world = await contentWorld(tab.page);
  await world.evaluate(`Object.defineProperty(document, 'hidden', { get: () => true });
    document.dispatchEvent(new Event('visibilitychange'))`);
  await world.session.detach();
}
