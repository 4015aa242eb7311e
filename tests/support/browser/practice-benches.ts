import { type Browser, chromium, type Page } from 'playwright-core';
import { broadcastUrl } from '../../replica/addresses.ts';
import type { PartName, Place } from '../../replica/manager/practice-manager-api.ts';
import type { PracticeServer } from '../../replica/manager/server/practice-server.ts';
import { servePracticeLine } from '../../replica/serve.ts';
import { chromiumPath } from './chromium-path.ts';

/** A tab with the practice manager and the server behind it. */
export interface PracticeBench {
  readonly page: Page;
  readonly server: PracticeServer;
  /** Exceptions that nothing in the page caught. */
  readonly pageErrors: readonly string[];
}

/** The practice manager in a Chromium without Matta. */
export class PracticeBenches {
  readonly #browser: Browser;
  /** Those that are done with: a new tab takes longer than all that a variant does on it. */
  readonly #idle: PracticeBench[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Starts Chromium. Throws ChromiumMissing. */
  static async start(): Promise<PracticeBenches> {
    const chromiumSandbox = process.getuid?.() !== 0;
    return new PracticeBenches(await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox }));
  }

  /** Opens an address, by default the page for a new broadcast, and closes LINE's tip where the switches ask for one. */
  async open(query: string, address = broadcastUrl('create', query)): Promise<PracticeBench> {
    const bench = this.#idle.pop() ?? (await this.#newBench());
    await bench.page.goto(address);
    if (query.includes('tip=dialog')) await bench.page.keyboard.press('Enter');
    return bench;
  }

  /** For after a success: whatever a failed test leaves behind is closed with the browser. */
  done(bench: PracticeBench): void {
    bench.server.reset();
    this.#idle.push(bench);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #newBench(): Promise<PracticeBench> {
    const context = await this.#browser.newContext({ timezoneId: 'Asia/Tokyo' });
    const server = await servePracticeLine(context);
    const page = await context.newPage();
    const pageErrors: string[] = [];
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    page.on('dialog', (dialog) => dialog.accept());
    return { page, server, pageErrors };
  }
}

/** For `expect.poll`, whose own second is too short for a busy machine. */
export const patiently = { timeout: 12_000, interval: 30 } as const;

/** How many drafts, tests and deliveries the server accepted. */
export function acceptedBy({ drafts, tests, deliveries }: PracticeServer): readonly number[] {
  return [drafts.length, tests.length, deliveries.length];
}

/** Presses with a real mouse; where buttons are replaced all the time, a press could fall between two of them. */
export async function pressPart(page: Page, name: PartName, query = ''): Promise<void> {
  await page.waitForFunction((part) => window.practiceManager?.element(part) ?? false, name);
  if (query.includes('rerender=yes')) {
    await page.evaluate((part) => window.practiceManager.press(part), name);
    return;
  }
  const point = await page.evaluate((part) => window.practiceManager.rect(part), name);
  if (point !== null) await page.mouse.click(point.x, point.y);
}

/** Nothing is under way or asked, and an open editor can be used. False also while a page is loaded anew. */
export function isFree(page: Page): Promise<boolean> {
  const asking = page.evaluate(() => {
    const { busy, place } = window.practiceManager.state();
    if (busy || place === 'test' || place === 'confirm') return false;
    const send = window.practiceManager.element('send');
    return place === 'list' || (send !== null && !send.matches(':disabled, [aria-disabled="true"]'));
  });
  return asking.catch(() => false);
}

/** Where the operator is; null while a page is loaded anew. */
export function placeOf(page: Page): Promise<Place | null> {
  return page.evaluate(() => window.practiceManager.state().place).catch(() => null);
}
