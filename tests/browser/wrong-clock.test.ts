import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/clock.ts';
import { chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { openPopup } from '../support/browser/open-popup.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { setClock } from '../support/browser/set-clock.ts';
import { storedMessages } from '../support/browser/stored.ts';
import { toolbarButton } from '../support/browser/toolbar-button.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';
import { wrongPromises } from '../support/browser/wrong-promises.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const patience = { timeout: 10_000 };

let matta: Matta;
let page: Page;
let errors: readonly string[];
async function start(dist: string): Promise<void> {
  matta = await launchMatta({ dist });
  page = await matta.context.newPage();
  errors = collectErrors(page);
}

describe('while this computer’s clock is behind LINE’s', { timeout: 60_000 }, () => {
  beforeAll(() => start(builtExtension));
  afterAll(() => matta.close());

  test.for([
    { name: 'a year', offsetMs: 365 * DAY },
    { name: 'three minutes', offsetMs: 3 * MINUTE },
  ])('by $name, nothing is promised, and everything says why', async ({ offsetMs }) => {
    const before = await storedMessages(matta);
    // Without a test clock in the extension, only the practice LINE's time moves: it is this computer that lags.
    await page.goto(chatUrl(7));
    await page.evaluate((ms) => localStorage.setItem('practice-clock-offset', String(ms)), offsetMs);
    await page.goto(chatUrl(7));
    await page.evaluate(() => window.practice.send());
    await page.getByText(t('noticeClockWrong')).waitFor();
    await page.locator('matta-badge[data-state="unknown"]').first().waitFor();
    expect(await page.locator('matta-badge:is([data-state="safe"], [data-state="warn"])').count()).toBe(0);
    await expect.poll(async () => (await toolbarButton(matta, page)).text, patience).toBe('!');
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupProblemClock')).first().waitFor();
    await popup.close();
    const after = new Set((await storedMessages(matta)).map(({ id }) => id));
    expect(before.filter(({ id }) => !after.has(id))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('by one minute, what is promised is right all the same', async () => {
    await page.evaluate((ms) => localStorage.setItem('practice-clock-offset', String(ms)), MINUTE);
    await page.goto(chatUrl(0));
    await page.evaluate(() => window.practice.send());
    await badgesShown(page);
    await page.waitForTimeout(1_000);
    expect(await page.locator('matta-badge[data-state="safe"]').count()).toBeGreaterThan(0);
    expect(await wrongPromises(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('after this computer’s clock was set back', { timeout: 60_000 }, () => {
  beforeAll(async () => start(await withTestClock(builtExtension)));
  afterAll(() => matta.close());

  test.for([
    { name: 'two hours', offsetMs: -2 * HOUR },
    { name: 'a year', offsetMs: -365 * DAY },
  ])('by $name, popup and toolbar promise nothing of what was sent before', async ({ offsetMs }) => {
    await setClock(matta, 0);
    await page.goto(chatUrl(0));
    await badgesShown(page);
    await expect.poll(async () => (await toolbarButton(matta)).text, patience).toMatch(/^\d+$/);
    await setClock(matta, offsetMs);
    // A look at the page or a new message makes the worker draw the toolbar button again.
    await page.evaluate(() => window.practice.open(1));
    await expect.poll(async () => (await toolbarButton(matta)).text, patience).toBe('!');
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupProblemClock')).first().waitFor();
    expect(await popup.locator('li .message').count()).toBe(0);
    await popup.close();
    expect((await storedMessages(matta)).length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });
});
