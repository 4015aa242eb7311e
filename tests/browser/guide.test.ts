import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklist, checklistIn, pressFinal } from '../support/browser/answer-checklist.ts';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { GuideReader } from '../support/guides/reader.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const PASSPHRASE = '春の小川はさらさらいくよ';
const QUESTION = '店長に見せましたか';

/** Chapter 9 of docs/guide.ja.md: pressed and read is only what it quotes, in its order, by the names on the screen. */
describe('a small company that follows the guide to the signed file', { timeout: 60_000 }, () => {
  const guide = new GuideReader(9);
  let matta: Matta;
  let page: Page;
  let number = '';
  let file = '';
  beforeAll(async () => {
    matta = await launchMatta({ dist: openExtension });
  });
  afterAll(() => matta.close());

  const named = (words: string) =>
    page
      .getByRole('button', { name: words, exact: true })
      .or(page.getByRole('link', { name: words, exact: true }));
  const press = (words: string) => named(guide.next(words)).click();
  const fill = (words: string, value: string, within: Page | Locator = page) =>
    within.getByLabel(guide.next(words), { exact: true }).fill(value);
  const sees = (words: string) => page.getByText(guide.next(words)).first().waitFor();
  async function saved(words: string): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), press(words)]);
    return { name: download.suggestedFilename(), path: await download.path() };
  }
  async function choose(words: string, path: string): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(words)]);
    await chooser.setFiles(path);
  }
  async function openSettings(): Promise<void> {
    page = await matta.openExtensionPage('src/pages/popup/index.html');
    const [opened] = await Promise.all([matta.context.waitForEvent('page'), press('設定')]);
    page = opened;
    page.setDefaultTimeout(10_000);
  }

  test('decides its rules and signs them', async () => {
    await openSettings();
    await sees('Mattaの設定');
    await press('ルールを作る（管理者用）');
    await sees('1. はじめる');
    const shop = page.locator('.templates li', { hasText: guide.next('小さなお店') });
    await shop.getByRole('button', { name: guide.next('これではじめる') }).click();
    await sees('2. ルールを決める');
    await page.locator('summary', { hasText: guide.next('人数と日時') }).click();
    const large = page.getByRole('group', { name: guide.next('大人数とみなす人数'), exact: true });
    await fill('決める内容', '200', large);
    await sees('3. 質問を決める');
    await press('質問を追加する');
    await page.getByLabel(`${guide.next('質問')}（日本語）`).fill(guide.next(QUESTION));
    await press('この質問を保存する');
    expect((await saved('ファイルに保存する（JSON）')).name).toMatch(/^matta-draft-/);
    await sees('6. 署名して配る');
    await fill('会社や店の名前', 'パン屋こむぎ');
    await fill('控えの合言葉', PASSPHRASE);
    await fill('控えの合言葉（もう一度）', PASSPHRASE);
    const backup = await saved('鍵を作り、控えを保存する');
    expect(backup.name).toMatch(/^matta-key-/);
    await sees('鍵を作りました。');
    await sees('控えを確かめる');
    await fill('控えを作ったときの合言葉', PASSPHRASE);
    await choose('控えのファイルを選ぶ', backup.path);
    await sees('この控えは使えます。');
    await sees('確認番号');
    number = (await page.locator('.key-number').textContent()) ?? '';
    const signed = await saved('署名してファイルを保存');
    await sees('番号1のファイルを保存しました');
    expect(signed.name).toBe('matta-policy-1.json');
    file = signed.path;
  });

  test('brings them to a computer, where the settings are locked then', async () => {
    await openSettings();
    await sees('署名つきの設定');
    await choose('設定ファイルを選ぶ', file);
    await sees('この会社のファイルは、はじめてです');
    // On the telephone.
    const [last = '', ...others] = number.split(' ').toReversed();
    expect(await page.locator('.key-number').textContent()).toContain(others.toReversed().join(' '));
    await fill('確認番号の最後の4けた', last);
    await press('読み込む');
    await sees('読み込みました');
    await sees('配信前の確認');
    await sees('署名つきの設定で固定した値です。');
    for (const id of ['gate-lock', 'gate-network', 'gate-largeAudience', 'gate-second'])
      expect(await page.locator(`#${id}`).isDisabled(), id).toBe(true);
    expect(await page.locator('#gate-largeAudience').inputValue()).toBe('200');
  });

  test('finds that nobody loosens them, on the page or past it', async () => {
    const large = page.locator('#gate-largeAudience');
    await large.evaluate((input) => input.removeAttribute('disabled'));
    await large.fill('5000');
    await large.blur();
    await page.getByText(t('optionsSaveFailed')).waitFor();
    const lax = { version: 2, lock: 'off', network: 'off', largeAudience: 5_000, customItems: [] };
    await page.evaluate((policy) => chrome.storage.local.set({ policy }), lax);
    await page.reload();
    expect(await large.inputValue()).toBe('200');
    expect(await page.locator('#gate-lock').inputValue()).toBe('enforce');
  });

  test('finds a broadcast held, with the question of its own', async () => {
    const bench = await AttackBench.open(matta);
    await bench.start('confirm=direct');
    guide.next('配信');
    await bench.click('send');
    await checklistIn(bench.page, 'asking');
    await checklist(bench.page).locator('.item[data-state="open"]', { hasText: QUESTION }).waitFor();
    await pressFinal(bench.page, 1_000).catch(() => undefined);
    expect(bench.arrived).toBe(0);
    await bench.page.keyboard.press('Escape');
    await checklist(bench.page).waitFor({ state: 'detached' });
    expect(bench.arrived).toBe(0);
  });
});
