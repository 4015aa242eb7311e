import type { BrowserContext, Page } from 'playwright-core';
import type { Matta } from './launch-matta.ts';

/** The extension was not prepared with `withTestClock`. */
export class TestClockMissing extends Error {
  override name = 'TestClockMissing';
}

/**
 * Moves the clocks of the worker, of the extension's pages, of the content scripts and of the practice LINE together:
 * `offsetMs` after (or, negative, before) the real time. Pages opened later start with it.
 *
 * A worker that was stopped begins again with the real time: call this again after `killWorker`, which also starts it.
 * Timers and alarms do not move; a test lets them happen by other means.
 */
export async function setClock(matta: Matta, offsetMs: number): Promise<void> {
  await moveWorker(matta, offsetMs);
  const extension = `chrome-extension://${matta.extensionId}`;
  for (const origin of [extension, 'https://chat.line.biz', 'https://manager.line.biz']) {
    const open = matta.context.pages().filter((page) => page.url().startsWith(`${origin}/`));
    if (open.length === 0) await inBlankPage(matta.context, origin, (page) => movePage(page, offsetMs));
    for (const page of open) await movePage(page, offsetMs);
  }
}

async function moveWorker(matta: Matta, offsetMs: number): Promise<void> {
  const worker = await matta.worker();
  const isMoved = await worker.evaluate((ms) => {
    const move: unknown = Reflect.get(globalThis, 'moveTestClock');
    if (typeof move !== 'function') return false;
    move(ms);
    return true;
  }, offsetMs);
  if (!isMoved)
    throw new TestClockMissing(`${matta.dist} has no test clock: launch with withTestClock(dist)`);
}

async function movePage(page: Page, offsetMs: number): Promise<void> {
  await page.evaluate((ms) => {
    localStorage.setItem('practice-clock-offset', String(ms));
    document.dispatchEvent(new CustomEvent('practice-clock', { detail: ms }));
  }, offsetMs);
}

/** An origin's storage can be reached only from a document of that origin. */
async function inBlankPage(
  context: BrowserContext,
  origin: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  const address = `${origin}/manifest.json`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(address);
  await work(page);
  await page.close();
}
