import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEntry } from '../../src/domain/journal/chain.ts';
import { answerChecklist, checklist, checklistIn, pressFinal } from '../support/browser/answer-checklist.ts';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { useGatePolicy } from '../support/browser/gate-policy.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { CUSTOM_ITEMS } from '../support/custom-items.ts';

const fill = (text: string) => async (item: Locator) => {
  await item.locator('input').fill(text);
  await item.locator('input').press('Enter');
};

/** How a person answers {@link CUSTOM_ITEMS}. */
const CUSTOM = {
  'custom:stock': (item: Locator) => item.locator('input').check(),
  'custom:campaign': (item: Locator) => item.locator('input').nth(1).check(),
  'custom:shops': fill('１２'),
  'custom:stock-left': fill('300'),
  'custom:word': fill('ｼｭﾄｰﾚﾝ'),
};

describe('what a supervisor has decided', { timeout: 60_000 }, () => {
  let matta: Matta;
  let bench: AttackBench;
  beforeEach(async () => {
    matta = await launchMatta({ dist: openExtension });
    bench = await AttackBench.open(matta);
  });
  afterEach(() => matta.close());

  test('is asked on the page: a wrong answer sends nothing, all right ones send it once', async () => {
    await useGatePolicy(matta, { customItems: Object.values(CUSTOM_ITEMS), coolDownSeconds: 0 });
    await bench.start('confirm=direct&transport=fetch');
    await bench.page.evaluate(() => void window.practiceManager.send());
    const right = { ...bench.right('request'), custom: CUSTOM };
    const mistaken = { ...CUSTOM, 'custom:shops': fill('13') };
    await expect(answerChecklist(bench.page, { ...right, custom: mistaken })).rejects.toThrow('custom:shops');
    expect(await accessibilityFaults(bench.page, ['matta-gate'])).toEqual([]);
    expect(bench.arrived).toBe(0);
    await answerChecklist(bench.page, right);
    expect(bench.arrived).toBe(0);
    await pressFinal(bench.page);
    await expect.poll(() => bench.arrived, { timeout: 15_000 }).toBe(1);
    await expect.poll(async () => (await eventsOf(matta)).at(-1)?.kind).toBe('outcome');
    const events = await eventsOf(matta);
    expect(events.filter(({ kind }) => kind === 'caught')).toEqual([{ kind: 'caught', by: 'custom:shops' }]);
    expect(events).toContainEqual({
      kind: 'answered',
      item: 'custom:stock-left',
      unverified: true,
      value: '300',
    });
  });

  test('shows in LINE’s own list what went past it', async () => {
    await useGatePolicy(matta, { coolDownSeconds: 0, journalExcerpt: 'first20' });
    await bench.start('confirm=direct&transport=fetch');
    await bench.page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(bench.page, bench.right('request'));
    await pressFinal(bench.page);
    await expect.poll(async () => (await eventsOf(matta)).at(-1)?.kind, { timeout: 15_000 }).toBe('outcome');
    const released = (await eventsOf(matta)).find((event) => event.kind === 'released');
    const journal = await matta.openExtensionPage('src/pages/journal/index.html');
    // By the clock of the browser, which need not be the test's.
    const time = await journal.evaluate((ms) => {
      const at = new Date(ms);
      return `${at.getFullYear()}/${at.getMonth() + 1}/${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
    }, released?.broadcast.scheduledAt ?? Number.NaN);
    await journal.setViewportSize({ width: 320, height: 800 });
    await journal.locator('#sent-list').fill(`パンの会\t300人\t${time}\n夜の配信\t300人\t2026/11/20 23:00\n`);
    await journal.getByRole('button', { name: '照合する' }).press('Enter');
    journal.setDefaultTimeout(5_000);
    const result = journal.locator('.reconciled');
    await result.waitFor();
    expect(await result.locator('.notice').first().innerText()).toContain('夜の配信');
    expect(await result.locator('summary').innerText()).toMatch(/1/);
    expect(await journal.locator('body').innerText()).toContain('はじめの20文字を記録します');
    expect(await accessibilityFaults(journal)).toEqual([]);
    expect(await journal.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('leaves no way out where there shall be none, on the page or past it', async () => {
    await useGatePolicy(matta, { override: 'never', contactNames: ['店長 佐藤（内線201）'] });
    await bench.start('confirm=direct&transport=fetch');
    await bench.page.evaluate(() => void window.practiceManager.send());
    await checklistIn(bench.page, 'asking');
    const dialog = checklist(bench.page).locator('dialog');
    expect(await dialog.locator('.contacts').innerText()).toBe('店長 佐藤（内線201）');
    expect(await dialog.locator('#override-reason').count()).toBe(0);
    expect(await accessibilityFaults(bench.page, ['matta-gate'])).toEqual([]);
    await bench.page.keyboard.press('Escape');
    await checklist(bench.page).waitFor({ state: 'detached' });
    expect(bench.arrived).toBe(0);
  });
});

async function eventsOf(matta: Matta) {
  return (await storedJournal(matta)).flatMap((entry) => readEntry(entry)?.event ?? []);
}
