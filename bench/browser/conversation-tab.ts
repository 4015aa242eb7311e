import type { Page } from 'playwright-core';
import { chatUrl } from '../../tests/replica/addresses.ts';
import { badgesPresent } from '../../tests/support/browser/badges-shown.ts';
import type { Matta } from '../../tests/support/browser/launch-matta.ts';
import type { WayName } from '../page/way-names.ts';
import { CpuMeter } from './cpu-meter.ts';
import { CHAT_SCRIPT, CHAT_STYLE } from './without-chat-script.ts';

/** Long enough for a page of 10,000 rows on a busy machine. */
const PATIENCE_MS = 120_000;

/** A tab with a conversation of the practice LINE. */
export class ConversationTab {
  readonly page: Page;
  readonly way: WayName;
  readonly meter: CpuMeter;

  private constructor(page: Page, way: WayName, meter: CpuMeter) {
    this.page = page;
    this.way = way;
    this.meter = meter;
  }

  /** Opens a conversation of `rows` messages in a tab, with the scripts of all ways loaded and none started. */
  static async open(page: Page, way: WayName, rows: number, script: string): Promise<ConversationTab> {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(chatUrl(0, `n=${rows}`));
    await page.evaluate(script);
    await page.evaluate(() => window.practice.setLatency(20));
    const tab = new ConversationTab(page, way, await CpuMeter.of(page));
    await tab.settle();
    return tab;
  }

  /** Starts the way on what is open, and waits until its labels have been drawn. */
  async start(waiting: Matta): Promise<void> {
    const { way, page } = this;
    if (way === 'page') return this.frames();
    if (way === 'matta') await startMatta(page, waiting);
    else await page.evaluate((name) => window.bench.start(name), way);
    await this.frames();
  }

  /** Waits until two frames have been drawn. */
  async frames(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Waits until the page has been idle for a while: until everything that waits for a quiet moment has had it. */
  async settle(quietMs = 600): Promise<void> {
    let last = (await this.meter.read()).task;
    for (let quiet = 0; quiet < quietMs; ) {
      await this.page.waitForTimeout(200);
      const { task } = await this.meter.read();
      quiet = task - last < 4 ? quiet + 200 : 0;
      last = task;
    }
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Starts the shipped script in an open page, through the call that an installation uses. */
async function startMatta(page: Page, waiting: Matta): Promise<void> {
  const worker = await waiting.worker();
  await page.bringToFront();
  await worker.evaluate(
    async ({ url, script, style }) => {
      const tabs = await chrome.tabs.query({ url });
      const target = { tabId: Math.max(...tabs.map(({ id }) => id ?? -1)) };
      await chrome.scripting.insertCSS({ target, files: [style] });
      await chrome.scripting.executeScript({ target, files: [script], injectImmediately: true });
    },
    { url: 'https://chat.line.biz/*', script: CHAT_SCRIPT, style: CHAT_STYLE },
  );
  await page.waitForSelector('matta-badge', { state: 'attached' });
}

/** Waits until Matta has labelled what is in view; at once for everybody else. */
export async function labelled(tab: ConversationTab): Promise<void> {
  if (tab.way === 'matta') await badgesPresent(tab.page);
}
