import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { faultsOf } from '../support/browser/faults.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { shownPage } from '../support/browser/shown-rows.ts';
import { storedMessages } from '../support/browser/stored.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const patience = { timeout: 10_000 };

describe('under an open page', { timeout: 60_000 }, () => {
  let matta: Matta;
  let page: Page;
  let errors: readonly string[];
  beforeEach(async () => {
    matta = await launchMatta({ dist: await withTestClock(builtExtension) });
    page = await matta.context.newPage();
    errors = collectErrors(page);
    await page.goto(chatUrl(0));
    await badgesShown(page);
  });
  afterEach(() => matta.close());

  const faults = async () => faultsOf(await shownPage(page), 'id');
  /** Takes the extension away; resolves when its worker is gone. */
  async function removeExtension(): Promise<void> {
    const worker = await matta.worker();
    await worker.evaluate(() => {
      setTimeout(() => chrome.management.uninstallSelf({ showConfirmDialog: false }), 50);
    });
    await expect.poll(() => matta.context.serviceWorkers().length, patience).toBe(0);
  }

  test('an update puts a new Matta in the place of the old one, and nothing is there twice', async () => {
    const old = await matta.worker();
    // At once would leave the call itself without an answer.
    await old.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
    await expect.poll(async () => (await matta.worker()) !== old, patience).toBe(true);
    await page.evaluate(() => window.practice.setLatency(40));
    await page.evaluate(() => window.practice.send());
    await expect.poll(faults, patience).toEqual([]);
    await page.waitForTimeout(500);
    expect(await faults()).toEqual([]);
    expect(await page.locator('matta-notice').count()).toBe(0);
    const sent = await page.evaluate(() => window.practice.truth().at(-1)?.id);
    await expect.poll(async () => (await storedMessages(matta)).at(-1)?.id, patience).toBe(sent);
    expect(errors).toEqual([]);
  });

  test('a removal ends in no badges and a notice once something happens on the page', async () => {
    await removeExtension();
    await page.evaluate(() => window.practice.send());
    await page.getByText(t('noticeOrphaned')).waitFor();
    expect(await page.locator('matta-badge').count()).toBe(0);
    expect(await page.locator('matta-notice').count()).toBe(1);
    await page.getByText(t('noticeClose')).click();
    expect(await page.locator('matta-notice').count()).toBe(0);
    await page.evaluate(() => window.practice.receive());
    await page.waitForTimeout(500);
    expect(await page.locator('matta-badge, matta-notice').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a removal leaves no promise behind that time has overtaken', async () => {
    await removeExtension();
    await page.evaluate((ms) => {
      localStorage.setItem('practice-clock-offset', String(ms));
      document.dispatchEvent(new CustomEvent('practice-clock', { detail: ms }));
    }, 10 * MINUTE);
    await page.evaluate(() => document.querySelector('.room-body > *')?.scrollBy(0, -5));
    await page.getByText(t('noticeOrphaned')).waitFor();
    expect(await page.locator('matta-badge').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a removal that is noticed by a press on a badge opens nothing but the notice', async () => {
    const badge = await page.locator('matta-badge').last().boundingBox();
    if (badge === null) throw new TypeError('no badge in view');
    await removeExtension();
    await page.mouse.click(badge.x + badge.width / 2, badge.y + badge.height / 2);
    await page.getByText(t('noticeOrphaned')).waitFor();
    expect(await page.locator('matta-badge, matta-explanation').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
