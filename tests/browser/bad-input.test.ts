import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { BOT_ID, CHAT_ORIGIN, chatUrl } from '../replica/addresses.ts';
import { badgesPresent, badgesShown } from '../support/browser/badges-shown.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { openPopup } from '../support/browser/open-popup.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { everythingStored, storedMessages } from '../support/browser/stored.ts';
import { toolbarButton } from '../support/browser/toolbar-button.ts';
import { wrongPromises } from '../support/browser/wrong-promises.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const patience = { timeout: 10_000 };

/** Texts that have broken other people's software: markup, control characters, directions, broken pairs, length. */
const NASTY_TEXTS: readonly string[] = [
  '<img src=x onerror="globalThis.pwned=1">',
  '</matta-badge><script>globalThis.pwned=1</script>',
  '\u202eksat\u202c \u2066rtl\u0000\u0007\u001b[31m',
  '{{constructor.constructor("globalThis.pwned=1")()}}',
  '\ud83d \udc4d lone halves',
  '送信を取り消しました',
  '🤝🏽'.repeat(2_000),
  'a\u0300'.repeat(1_000),
];
const NASTY_IDS: readonly string[] = [
  '999999999999999999',
  '000000000000000000',
  '-61234567890123456',
  '1e17',
  '__proto__',
  'constructor',
  '<img src=x onerror="globalThis.pwned=1">',
  '\u0000\u202e',
  '６１２３４５６７８９０１２３４５６７',
  '9'.repeat(100_000),
];

describe.concurrent('a page that is not as Matta expects it', { timeout: 60_000 }, () => {
  let matta: Matta;
  beforeAll(async () => {
    matta = await launchMatta();
  });
  afterAll(() => matta.close());

  async function openPage(query = '', conversation = 0): Promise<{ page: Page; errors: readonly string[] }> {
    const page = await matta.context.newPage();
    const errors = collectErrors(page);
    await page.goto(chatUrl(conversation, query));
    return { page, errors };
  }

  test('with nothing in it that Matta knows shows no badge and says so everywhere', async ({ expect }) => {
    const { page, errors } = await openPage('classesids=gone');
    await page.getByText(t('noticeTitleLost')).waitFor();
    await expect.poll(async () => (await toolbarButton(matta, page)).text, patience).toBe('!');
    expect(await page.locator('matta-badge').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('at an address of another kind is left alone', async ({ expect }) => {
    const page = await matta.context.newPage();
    const errors = collectErrors(page);
    for (const path of [`/${BOT_ID}/insight/overview`, '/a/b/c?d=<x>#%', `/${BOT_ID}/chat/U123`]) {
      await page.goto(CHAT_ORIGIN + path);
      await expect
        .poll(async () => (await toolbarButton(matta, page)).title, { message: path, ...patience })
        .toMatch(/^Matta/);
      expect(await page.locator('matta-badge, matta-notice').count(), path).toBe(0);
    }
    expect(errors).toEqual([]);
  });

  test('whose message list goes away says so, and Matta comes back with the list', async ({ expect }) => {
    const { page, errors } = await openPage('', 4);
    await badgesShown(page);
    await expect.poll(async () => (await storedMessages(matta)).length, patience).toBeGreaterThan(0);
    await page.evaluate(() => document.querySelector('.room-body')?.remove());
    await page.getByText(t('noticeTitleLost')).waitFor();
    await expect.poll(async () => (await toolbarButton(matta, page)).text, patience).toBe('!');
    expect(await page.locator('matta-badge').count()).toBe(0);

    await page.evaluate(() => window.practice.open(5));
    await badgesShown(page);
    await page.locator('matta-notice').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  test('with ids that mean nothing promises by the clock alone, and says so', async ({ expect }) => {
    const { page, errors } = await openPage('ids=garbage');
    await page.getByText(t('noticeIdsDistrusted')).waitFor();
    await badgesShown(page);
    expect(await wrongPromises(page)).toEqual([]);
    expect(await page.locator('matta-badge[data-source="id"]').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('with ids that are meant to break something promises nothing wrong', async ({ expect }) => {
    const { page, errors } = await openPage('', 2);
    await badgesShown(page);
    await page.evaluate((ids) => {
      for (const [index, row] of window.practice.rows().toReversed().entries())
        row.setAttribute('data-id', ids[index % ids.length] ?? '');
    }, NASTY_IDS);
    await page.locator('matta-notice .panel').waitFor();
    await expect.poll(async () => (await toolbarButton(matta, page)).text, patience).toBe('!');
    expect(await wrongPromises(page)).toEqual([]);
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    expect(errors).toEqual([]);
  });

  test('with texts that are meant to break something carries one badge for each', async ({ expect }) => {
    const { page, errors } = await openPage('', 1);
    await page.evaluate((texts) => {
      window.practice.setLatency(30);
      for (const text of texts) {
        window.practice.send(text);
        window.practice.receive(text);
      }
    }, NASTY_TEXTS);
    await expect
      .poll(() => page.locator('matta-badge[data-state="safe"]').count(), patience)
      .toBeGreaterThan(0);
    // One of the texts is what LINE says of a message that was taken back: written by an operator, it means nothing.
    const badges = () =>
      page.evaluate((count) => {
        const sent = window.practice.rows().filter((row) => {
          const truth = window.practice.truthOf(row);
          return truth?.direction === 'outgoing' && truth.state === 'sent';
        });
        return sent.slice(-count).map((row) => row.querySelectorAll('matta-badge').length);
      }, NASTY_TEXTS.length);
    await expect.poll(badges, patience).toEqual(NASTY_TEXTS.map(() => 1));
    expect(await wrongPromises(page)).toEqual([]);
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    expect(errors).toEqual([]);
  });
});

describe('a page that is hard on Matta', { timeout: 60_000 }, () => {
  let matta: Matta;
  let page: Page;
  let errors: readonly string[];
  beforeAll(async () => {
    matta = await launchMatta();
    page = await matta.context.newPage();
    errors = collectErrors(page);
  });
  afterAll(() => matta.close());

  test('because the account is named in markup shows that name as text', async ({ expect }) => {
    const name = '<img src=x onerror="globalThis.pwned=1">\u202e店';
    await page.goto(chatUrl(0));
    await page.evaluate((text) => {
      const shown = document.querySelector('#header .dropdown.btn-group .text-truncate');
      if (shown !== null) shown.textContent = text;
    }, name);
    await expect
      .poll(async () => JSON.stringify((await everythingStored(matta)).local), patience)
      .toContain('pwned');
    const popup = await openPopup(matta, page);
    const options = await matta.openExtensionPage('src/pages/options/index.html');
    for (const ours of [popup, options]) {
      await expect.poll(() => ours.locator('bdi').first().textContent(), patience).toBe(name);
      expect(await ours.locator('img[src="x"]').count()).toBe(0);
      expect(await ours.evaluate(() => 'pwned' in globalThis)).toBe(false);
      await ours.close();
    }
  });

  test('because it has ten thousand rows gets its badges within three seconds, and few of them', async ({
    expect,
  }) => {
    await page.goto(chatUrl(0, 'n=10000'));
    const start = performance.now();
    await badgesPresent(page);
    expect(performance.now() - start).toBeLessThan(3_000);
    for (const position of [0.5, 0.1, 0.9]) {
      await page.evaluate((part) => {
        const list = document.querySelector('.room-body > *');
        list?.scrollTo(0, list.scrollHeight * part);
      }, position);
      await badgesPresent(page);
    }
    expect(await page.locator('matta-badge').count()).toBeLessThan(150);
    expect(await wrongPromises(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
