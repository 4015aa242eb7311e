import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;

describe('the supervisor’s page', { timeout: 60_000 }, () => {
  let matta: Matta;
  let page: Page;
  let errors: readonly string[];
  let exported = '';
  beforeAll(async () => {
    matta = await launchMatta({ practice: false });
    const options = await matta.openExtensionPage('src/pages/options/index.html');
    await options.getByRole('link', { name: t('supervisorLink') }).click();
    page = options;
    errors = collectErrors(page);
    await page.getByRole('heading', { level: 1, name: t('supervisorTitle') }).waitFor();
  });
  afterAll(() => matta.close());

  const rows = () => page.locator('.question-row');
  const addQuestion = async (text: string) => {
    await page.getByRole('button', { name: t('supervisorQuestionAdd') }).click();
    await page.locator('#question-text-ja').fill(text);
    await page.getByRole('button', { name: t('supervisorQuestionSave') }).click();
  };
  const openGroup = () => page.locator('summary', { hasText: t('supervisorGroupAudience') }).click();
  const drag = async (from: Locator, to: Locator) => {
    await from.locator('.card-title').hover();
    await page.mouse.down();
    await to.hover();
    await to.hover();
    await page.mouse.up();
  };
  const openAll = () =>
    page.locator('details').evaluateAll((parts) => {
      for (const part of parts) part.setAttribute('open', '');
    });

  test('leads from a template over a rule and two questions to a file', async () => {
    await page
      .getByRole('button', { name: t('supervisorTemplateTake') })
      .first()
      .click();
    await openGroup();
    await page.locator('#rule-largeAudience').fill('250');
    await page.locator('#rule-largeAudience').blur();
    await addQuestion('店長に電話しましたか');
    await addQuestion('在庫は足りますか');
    await drag(rows().nth(1), rows().nth(0));
    await expect.poll(() => rows().nth(0).textContent()).toContain('在庫は足りますか');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('supervisorExport') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^matta-draft-\d{4}-\d\d-\d\d\.json$/);
    exported = await readFile(await download.path(), 'utf8');
    const policy = JSON.parse(exported);
    expect(policy).toMatchObject({ version: 2, lock: 'enforce', largeAudience: 250 });
    expect(policy.customItems.map(({ text }: { text: { ja: string } }) => text.ja)).toEqual([
      '在庫は足りますか',
      '店長に電話しましたか',
    ]);
  });

  test('keeps the draft over a reload, and changes nothing that is in force', async () => {
    await page.reload();
    await rows().nth(1).waitFor();
    const stored = await (await matta.worker()).evaluate(() => chrome.storage.local.get());
    expect(Object.keys(stored)).toContain('policy-draft');
    expect(stored['policy']).toBeUndefined();
  });

  test('shows what a file would change before it is applied', async () => {
    const changed = { ...JSON.parse(exported), largeAudience: 500, moonPhase: 'full' };
    const buffer = Buffer.from(JSON.stringify(changed));
    await page
      .locator('#import')
      .setInputFiles({ name: 'policy.json', mimeType: 'application/json', buffer });
    await expect
      .poll(() => page.locator('.change').allTextContents())
      .toEqual([`${t('optionsGateLarge')}${t('supervisorLaxer')}250500`]);
    expect(await page.locator('.question .notice').textContent()).toContain('moonPhase');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: t('supervisorDiffApply') }).click();
    await openGroup();
    expect(await page.locator('#rule-largeAudience').inputValue()).toBe('500');
  });

  test('is worked by keyboard: a question moves, is opened and left', async () => {
    await rows()
      .nth(0)
      .getByRole('button', { name: t('supervisorMoveDown') })
      .focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows().nth(1).textContent()).toContain('在庫は足りますか');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows().nth(0).textContent()).toContain('在庫は足りますか');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('question-text-ja');
    await page.locator('#question-kind').selectOption('choice');
    await page.getByRole('button', { name: t('supervisorQuestionSave') }).click();
    await page.getByText(t('supervisorChoicesWrong')).waitFor();
  });

  test('has no fault that axe knows, and fits into 320 pixels, light and dark, with everything open', async () => {
    await openAll();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
    expect(errors).toEqual([]);
  });
});
