import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { MINUTE } from '../../src/domain/clock.ts';
import { BOT_ID, CHAT_ORIGIN, chatUrl } from '../replica/addresses.ts';
import { ja } from '../replica/chat/content/ja.ts';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { openPopup, refreshPopup } from '../support/browser/open-popup.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { setClock } from '../support/browser/set-clock.ts';
import { storedMessages } from '../support/browser/stored.ts';
import { toolbarButton } from '../support/browser/toolbar-button.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const patience = { timeout: 10_000 };

describe('Matta’s own pages, beside an open chat', { timeout: 60_000 }, () => {
  let matta: Matta;
  let page: Page;
  const errors: (readonly string[])[] = [];
  beforeAll(async () => {
    matta = await launchMatta({ dist: await withTestClock(builtExtension) });
    await matta.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: CHAT_ORIGIN });
    await setClock(matta, 0);
    page = await matta.context.newPage();
    errors.push(collectErrors(page));
    await page.goto(chatUrl(0));
    await badgesShown(page);
    await vi.waitFor(async () => expect((await toolbarButton(matta)).text).toBe('5'), patience);
  });
  beforeEach(() => page.bringToFront());
  afterAll(() => matta.close());

  const openOptions = async () => {
    const options = await matta.openExtensionPage('src/pages/options/index.html');
    errors.push(collectErrors(options));
    await options.locator('fieldset.account').waitFor();
    return options;
  };
  const leftTexts = async (popup: Page) => popup.locator('.message-left').allTextContents();
  const badgeTexts = async () => page.locator('matta-badge[data-state="safe"]').allTextContents();

  test('the popup lists what can be unsent, the most urgent first, and counts down', async () => {
    const popup = await openPopup(matta, page);
    errors.push(collectErrors(popup));
    await expect.poll(async () => (await leftTexts(popup)).length, patience).toBe(5);
    const minutes = (await leftTexts(popup)).map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(minutes[0]).toBeLessThanOrEqual(3);
    // Sent 52 minutes ago by a clock without seconds: near the end of a minute the second one is as urgent.
    await popup.getByText(t('popupUrgent')).first().waitFor();

    await setClock(matta, MINUTE);
    // Timers do not move with the clock; coming back to the popup makes it look at the clock.
    await popup.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect
      .poll(async () => (await leftTexts(popup)).at(-1), patience)
      .toBe(t('popupLeftMinutes', Number(minutes.at(-1)) - 1));
    await setClock(matta, 0);
    await popup.close();
  });

  test('the last seconds of a message are counted one by one, and then it leaves the list', async () => {
    const popup = await openPopup(matta, page);
    await expect.poll(async () => (await leftTexts(popup)).length, patience).toBe(5);
    const first = (await storedMessages(matta)).filter(
      ({ sendTime }) => sendTime.earliest > Date.now() - 59 * MINUTE,
    )[0];
    const safeUntil = (first?.sendTime.earliest ?? 0) + 59 * MINUTE;
    await setClock(matta, safeUntil - Date.now() - 5_000);
    await popup.evaluate(() => window.dispatchEvent(new Event('focus')));
    const seen = new Set<string | undefined>();
    await expect
      .poll(
        async () => {
          const texts = await leftTexts(popup);
          if (texts.length === 5) seen.add(texts[0]);
          return texts.length;
        },
        { ...patience, interval: 200 },
      )
      .toBe(4);
    expect(seen.size).toBeGreaterThanOrEqual(3);
    await setClock(matta, 0);
    await popup.close();
  });

  test('a message in the popup leads to the tab that shows its conversation', async () => {
    const other = await matta.context.newPage();
    await other.goto(chatUrl(9));
    const popup = await openPopup(matta, other);
    const closed = popup.waitForEvent('close');
    // The press closes the popup, sometimes before it is reported to have been done.
    const pressed = popup.locator('li .message').last().click();
    await Promise.all([closed, pressed.catch(() => undefined)]);
    const worker = await matta.worker();
    const active = await worker.evaluate(async () =>
      (await chrome.tabs.query({ active: true })).map(({ url }) => url),
    );
    expect(active).toEqual([chatUrl(0)]);
    await other.close();
  });

  test('the popup says how well the page is read, and its report holds no word of any customer', async () => {
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupPageHealthy')).waitFor();
    await popup.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'copied', text);
    });
    await popup.getByRole('button', { name: t('popupCopyReport') }).click();
    await popup.getByText(t('popupCopied')).waitFor();
    const report = String(await popup.evaluate(() => Reflect.get(window, 'copied')));
    expect(report).toContain('"state":"healthy"');
    expect(report.length).toBeGreaterThan(2_000);
    const private_ = [...Object.values(ja.demo), ...ja.customers, ja.name, BOT_ID, ...ja.operators];
    expect(private_.filter((text) => report.includes(text.slice(0, 12)))).toEqual([]);
    await popup.close();
  });

  test('an account set to 24 hours has badges that count hours within a second', async () => {
    const options = await openOptions();
    await options.getByLabel(t('optionsWindowDay'), { exact: true }).check();
    expect((await badgeTexts()).join()).not.toContain('時間');
    await options.getByRole('button', { name: t('optionsDayYes') }).click();
    await expect
      .poll(async () => (await badgeTexts()).at(-1), { timeout: 1_000 })
      .toMatch(/^取消可 2[23]時間/);
    await options.getByLabel(t('optionsWindowAutomatic'), { exact: true }).check();
    await expect.poll(async () => (await badgeTexts()).join(), { timeout: 1_000 }).not.toContain('時間');

    const before = Number(await page.locator('matta-badge').last().getAttribute('data-safe-until'));
    await options.getByLabel(t('optionsMargin')).fill('３００');
    await options.getByLabel(t('optionsMargin')).press('Enter');
    const safeUntil = async () =>
      Number(await page.locator('matta-badge').last().getAttribute('data-safe-until'));
    await expect.poll(safeUntil, { timeout: 1_000 }).toBe(before - 4 * MINUTE);
    await options.close();
  });

  test('another language reaches badges, popup and settings at once', async () => {
    const options = await openOptions();
    await options.getByLabel(t('optionsLanguage'), { exact: true }).selectOption('en');
    await options.getByText(english.optionsTitle.message).waitFor();
    await expect.poll(async () => (await badgeTexts()).join(), { timeout: 2_000 }).toMatch(/min/);
    const popup = await openPopup(matta, page);
    await popup.getByText(english.popupListHeading.message).waitFor();
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('en');
    await options.locator('#language').selectOption('auto');
    await options.getByText(t('optionsTitle')).waitFor();
    await expect.poll(async () => (await badgeTexts()).join(), { timeout: 2_000 }).toContain('取消可');
    for (const ours of [options, popup]) await ours.close();
  });

  test('popup, settings and what Matta adds to the chat are accessible', async () => {
    const popup = await openPopup(matta, page);
    const options = await openOptions();
    for (const ours of [popup, options]) expect(await accessibilityFaults(ours)).toEqual([]);
    await page.bringToFront();
    await page.locator('matta-badge').last().click();
    await page.locator('matta-explanation .panel').waitFor();
    expect(await accessibilityFaults(page, ['matta-badge', 'matta-explanation'])).toEqual([]);
    const lost = await matta.context.newPage();
    await lost.goto(chatUrl(0, 'ids=garbage'));
    await lost.locator('matta-notice .panel').waitFor();
    expect(await accessibilityFaults(lost, ['matta-notice', 'matta-badge'])).toEqual([]);
    for (const open of [popup, options, lost]) await open.close();
  });

  test('records can be taken out as a file, and forgotten', async () => {
    const options = await openOptions();
    const stored = await storedMessages(matta);
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: t('optionsExport') }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^matta-messages-\d{4}-\d\d-\d\d\.json$/);
    const exported = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(exported).toMatchObject({ format: 'matta-messages', version: 1, messages: stored });

    await options.getByRole('button', { name: t('optionsForget'), exact: true }).click();
    await options.getByRole('button', { name: t('optionsForgetYes'), exact: true }).click();
    await options.getByText(t('optionsForgetDone', stored.length)).waitFor();
    expect(await storedMessages(matta)).toEqual([]);
    await expect.poll(async () => (await toolbarButton(matta)).text, patience).toBe('');
    const popup = await openPopup(matta, page);
    await refreshPopup(popup, page);
    await popup.getByText(t('popupEmptyTitle')).waitFor();
    expect(errors.flat()).toEqual([]);
    for (const ours of [options, popup]) await ours.close();
  });
});
