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
