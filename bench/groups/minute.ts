import { contentWorld, hideTab } from '../../tests/support/browser/content-world.ts';
import { type Browsers, launchBrowsers } from '../browser/browsers.ts';
import { ConversationTab, labelled } from '../browser/conversation-tab.ts';
import type { Cpu } from '../browser/cpu-meter.ts';
import { pageScript } from '../browser/page-script.ts';
import { WAY_NAMES, type WayName } from '../page/way-names.ts';
import type { Samples } from '../report/samples.ts';
import type { GroupContext } from './group.ts';

const MINUTE_MS = 60_000;
const MINUTES = 3;
const TICKS = 7;
/** When the processor time is read, ms from the full minute: before and after its frame, around quiet seconds, at the end. */
const READ_AT = { before: -1_500, after: 2_500, quietStart: 4_000, quietEnd: 16_000, end: 57_000 } as const;
const QUIET_SECONDS = (READ_AT.quietEnd - READ_AT.quietStart) / 1_000;

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
    const minutes = quick ? 2 : MINUTES;
    for (let minute = 1; minute <= minutes; minute += 1) {
      say(`minute: ${minute} of ${minutes}`);
      // Of the last one, what is left would only be waited for.
      const isWhole = minute < minutes;
      await passMinute(watched, isWhole, (key, { task }) => samples.add(key, task));
    }
    say('minute: ticks of those that can be told');
    for (let round = 0; round < (quick ? 2 : TICKS); round += 1) await tickAll(watched, samples);
  } finally {
    await browsers.close();
  }
}

/** Those that can be told that a minute has passed. */
async function tickAll(watched: readonly Watched[], samples: Samples): Promise<void> {
  for (const { tab, name } of watched) {
    if (tab.way === 'page' || tab.way === 'matta') continue;
    const { task, script } = await tab.meter.during(() => tick(tab));
    samples.add(`tick/${name}`, task);
    samples.add(`tickScript/${name}`, script);
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
    for (const view of rows === 1_000 ? (['old', 'hidden'] as const) : [])
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

/**
 * Waits for the next full minute, and notes the cost of its frame and of a quiet second after it; and that of all of it, since
 * others have minutes of their own, which begin whenever they were started.
 */
async function passMinute(
  watched: readonly Watched[],
  isWhole: boolean,
  note: (key: string, cpu: Cpu) => void,
): Promise<void> {
  const untilMinute = MINUTE_MS - (Date.now() % MINUTE_MS);
  const boundary = Date.now() + (untilMinute < 3_000 ? untilMinute + MINUTE_MS : untilMinute);
  const readAt = async (moment: number) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, boundary + moment - Date.now())));
    return Promise.all(watched.map(({ tab }) => tab.meter.read()));
  };
  const before = await readAt(READ_AT.before);
  const after = await readAt(READ_AT.after);
  const quietStart = await readAt(READ_AT.quietStart);
  const quietEnd = await readAt(READ_AT.quietEnd);
  const end = isWhole ? await readAt(READ_AT.end) : null;
  for (const [index, { tab, name }] of watched.entries()) {
    const passing = between(before[index], after[index]);
    if (tab.way === 'page' || tab.way === 'matta') {
      note(`tick/${name}`, passing);
      note(`tickScript/${name}`, { ...passing, task: passing.script });
    }
    note(`second/${name}`, between(quietStart[index], quietEnd[index], QUIET_SECONDS));
    if (end !== null) note(`idle/${name}`, between(before[index], end[index]));
  }
}

function between(from: Cpu | undefined, to: Cpu | undefined, seconds = 1): Cpu {
  return {
    task: ((to?.task ?? Number.NaN) - (from?.task ?? Number.NaN)) / seconds,
    script: ((to?.script ?? Number.NaN) - (from?.script ?? Number.NaN)) / seconds,
  };
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

async function hide(tab: ConversationTab): Promise<void> {
  const world = await contentWorld(tab.page);
  await hideTab(world);
  await world.session.detach();
}
