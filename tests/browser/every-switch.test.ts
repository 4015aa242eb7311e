import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, type ExpectStatic, test } from 'vitest';
import { chatUrl } from '../replica/addresses.ts';
import { VARIANTS } from '../replica/switches.ts';
import { faultsOf, faultsOfUnrecognised, type Reading } from '../support/browser/faults.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { shownPage } from '../support/browser/shown-rows.ts';

/** The operator's whole day in short, on the page with every switch in every position. */
describe.concurrent('on the practice page', { timeout: 60_000 }, () => {
  let matta: Matta;
  beforeAll(async () => {
    matta = await launchMatta();
  });
  afterAll(() => matta.close());

  test.for([{ name: 'as it is by default', query: '' }, ...VARIANTS])(
    '$name',
    async ({ query }, { expect }) => {
      const page = await matta.context.newPage();
      const pageErrors: string[] = [];
      page.on('pageerror', (error) => pageErrors.push(String(error)));
      await page.goto(chatUrl(0, query));
      await settled(expect, page, query, 'after opening');
      if (new URLSearchParams(query).get('send') !== 'fail') {
        await sendMessage(page, query, '承知しました。');
        await settled(expect, page, query, 'after sending');
      }
      await page.evaluate(() => window.practice.receive());
      await page.evaluate(() => window.practice.older());
      await settled(expect, page, query, 'after more messages');
      for (const index of [2, 3, 0]) {
        await page.evaluate((position) => window.practice.open(position), index);
        await settled(expect, page, query, `in conversation ${index}`);
      }
      expect(pageErrors).toEqual([]);
      await page.close();
    },
  );
});

/** Waits until nothing is wrong, and then looks once more: right for a moment only is wrong. */
async function settled(expect: ExpectStatic, page: Page, query: string, when: string): Promise<void> {
  const faults = async () => {
    const shown = await shownPage(page);
    const found = isUnrecognisable(query) ? faultsOfUnrecognised(shown) : faultsOf(shown, readingOf(query));
    // The hostile page blows its own parts up until nothing of it fits, so that a badge may be cut off as well.
    return query.includes('hostile=yes') ? found.filter((fault) => !fault.endsWith('cut off')) : found;
  };
  await expect.poll(faults, { message: `${query} ${when}`, timeout: 12_000, interval: 100 }).toEqual([]);
  await page.waitForTimeout(300);
  expect(await faults(), `${query}, a moment ${when}`).toEqual([]);
}

function isUnrecognisable(query: string): boolean {
  return query.includes('classes=renamed') || query.includes('classesids=gone');
}

function readingOf(query: string): Reading {
  const ids = new URLSearchParams(query).get('ids') ?? 'id';
  if (ids === 'id') return 'id';
  return query.includes('zone=') ? 'shifted-clock' : 'clock';
}

async function sendMessage(page: Page, query: string, text: string): Promise<void> {
  const before = await page.evaluate(() => window.practice.truth().at(-1)?.id ?? null);
  if (query.includes('hostile=yes')) {
    // Its composer is blown up beyond the window, where no key can reach it.
    await page.evaluate((message) => window.practice.send(message), text);
  } else {
    await page.locator('textarea').last().click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.waitForFunction((id) => {
    const last = window.practice.truth().at(-1);
    return last?.state === 'sent' && last.id !== id;
  }, before);
}
