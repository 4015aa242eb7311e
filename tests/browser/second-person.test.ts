import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEntry } from '../../src/domain/journal/chain.ts';
import {
  answerChecklist,
  checklist,
  pressFinal,
  type RightAnswers,
} from '../support/browser/answer-checklist.ts';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const PASSPHRASE = '晴れときどき豚まん';

describe('a broadcast that needs a second person', { timeout: 90_000 }, () => {
  let matta: Matta;
  let bench: AttackBench;
  let right: RightAnswers;
  beforeEach(async () => {
    matta = await launchMatta({ dist: openExtension });
    await (await matta.worker()).evaluate(() =>
      chrome.storage.local.set({ policy: { version: 2, secondPerson: 'always', coolDownSeconds: 0 } }),
    );
    await register('山田', PASSPHRASE);
    bench = await AttackBench.open(matta);
    await bench.start('confirm=direct&transport=fetch');
    right = bench.right('request');
  });
  afterEach(() => matta.close());

  /** By hand, on the settings page. */
  async function register(name: string, passphrase: string): Promise<void> {
    const page = await matta.openExtensionPage('src/pages/options/index.html');
    await page.fill('#approver-name', name);
    await page.fill('#approver-passphrase', passphrase);
    await page.fill('#approver-again', passphrase);
    await page.getByRole('button', { name: t('optionsApproverAdd'), exact: true }).click();
    await page.locator('.approvers li').waitFor();
    await page.close();
  }

  async function send(approve?: (item: Locator) => Promise<void>): Promise<void> {
    await bench.page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(bench.page, { ...right, approve: approve ?? (() => Promise.resolve()) });
  }
  async function ask(item: Locator, again = false): Promise<void> {
    await item.locator('#answer-second-person').fill('佐藤');
    await press(item, t(again ? 'gateSecondAgain' : 'gateSecondAsk'));
    await item.locator('.approval').waitFor();
  }
  const press = (within: Locator | Page, name: string) =>
    within.getByRole('button', { name, exact: true }).click();

  /** The approver takes the seat, in the tab that the checklist opens. */
  async function answerHere(item: Locator, people: number): Promise<string> {
    const opened = matta.context.waitForEvent('page');
    await press(item, t('gateSecondOpen'));
    const page = await opened;
    await page.locator('.texts li').waitFor();
    const said = await fillIn(page, people, t('approvalGive'));
    await page.close();
    await bench.page.bringToFront();
    return said;
  }

  async function fillIn(
    page: Page,
    people: number,
    button: string,
    passphrase = PASSPHRASE,
  ): Promise<string> {
    await page.fill('#name', '山田');
    if ((await page.locator('#passphrase').count()) > 0) await page.fill('#passphrase', passphrase);
    await page.fill('#account', right.account);
    await page.fill('#people', String(people));
    await answerWhen(page);
    await lookAtAll(page);
    await press(page, button);
    return page.locator('main [role="status"] .notice-title').innerText();
  }

  /** What is shown of the messages, where anything is asked about it. */
  async function lookAtAll(page: Page): Promise<void> {
    for (const box of await page.locator('.plain input[type="checkbox"]').all()) await box.check();
    for (const link of await page.locator('.look-link a').all()) {
      const opened = matta.context.waitForEvent('page');
      await link.click();
      await (await opened).close();
      await page.bringToFront();
    }
  }

  async function answerWhen(page: Page): Promise<void> {
    const { when } = right;
    await page.locator(`input[name="when"][value="${when === 'now' ? 'now' : 'at'}"]`).check();
    if (when === 'now') return;
    await page.selectOption('#weekday', String(when.weekday));
    await page.fill('#time', when.time);
  }

  const approvals = async () =>
    (await storedJournal(matta)).flatMap((stored) => {
      const event = readEntry(stored)?.event;
      return event?.kind === 'approval' ? [event.step] : [];
    });
  const secondPerson = () => checklist(bench.page).locator('.item[data-item="second-person"]');

  test('stays until somebody else has approved it at this computer, and then goes once', async () => {
    await expect(send()).rejects.toThrow('second-person');
    await pressFinal(bench.page, 2_000).catch(() => undefined);
    await bench.page.waitForTimeout(500);
    expect(bench.arrived).toBe(0);
    await ask(secondPerson());
    expect(await answerHere(secondPerson(), right.people)).toBe(t('approvalGiven'));
    await secondPerson().and(bench.page.locator('[data-state="right"]')).waitFor();
    await pressFinal(bench.page);
    await expect.poll(() => bench.arrived, { timeout: 15_000 }).toBe(1);
    // The same broadcast once more needs another approval.
    await bench.start('confirm=direct&transport=fetch');
    await bench.page.evaluate(() => void window.practiceManager.send());
    await secondPerson().locator('#answer-second-person').waitFor();
    expect(bench.arrived).toBe(1);
    expect(await approvals()).toEqual(['asked', 'given']);
  });

  test('does not go where the approver answers otherwise, and not for practice', async () => {
    const trying = send(async (item) => {
      await ask(item);
      expect(await answerHere(item, right.people * 10)).toBe(t('approvalDiffers'));
    });
    await expect(trying).rejects.toThrow('second-person');
    expect(await secondPerson().locator('.approval-said').innerText()).toBe(t('gateSecondDiffers', '山田'));
    await ask(secondPerson(), true);
    const page = await matta.openExtensionPage('src/pages/approval/index.html');
    await page.locator('.texts li').waitFor();
    await page.check('#practice');
    expect(await fillIn(page, right.people, t('approvalTry'))).toBe(t('approvalPracticeRight'));
    await bench.page.bringToFront();
    await secondPerson().locator('[data-state="practised"]').waitFor();
    await pressFinal(bench.page, 2_000).catch(() => undefined);
    await bench.page.waitForTimeout(500);
    expect(bench.arrived).toBe(0);
    expect(await approvals()).toEqual(['asked', 'differs', 'asked', 'practice']);
  });

  test('goes for a code from another computer, where the messages are seen, and the pages can be read by everybody', async () => {
    const page = await matta.openExtensionPage('src/pages/approval/index.html');
    await page.locator('main').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await send(async (item) => {
      await ask(item);
      const code = await item.locator('.approval-code bdi').innerText();
      await press(item, t('gateSecondCopy'));
      await item.getByText(t('gateSecondCopied')).waitFor();
      await page.bringToFront();
      await page.getByLabel(t('approvalByCode')).check();
      await page.locator('#pasted').focus();
      await page.keyboard.press('Control+V');
      await page.getByText(t('approvalRequestOf', code)).waitFor();
      expect(await page.locator('.texts').innerText()).toContain(bench.text);
      expect(await fillIn(page, right.people, t('approvalTell'), 'はずれの合言葉')).toBe(t('approvalWrong'));
      expect(await fillIn(page, right.people, t('approvalTell'))).toBe(t('approvalTold'));
      expect(await accessibilityFaults(page)).toEqual([]);
      const answer = await page.locator('.spoken').innerText();
      await bench.page.bringToFront();
      await item.locator('#approval-answer').fill(answer.replace(/.$/, (last) => (last === '0' ? '2' : '0')));
      await press(item, t('gateSecondEnter'));
      await item.getByText(t('approvalMisread')).waitFor();
      expect(bench.arrived).toBe(0);
      await item.locator('#approval-answer').fill(answer);
      await press(item, t('gateSecondEnter'));
    });
    await pressFinal(bench.page);
    await expect.poll(() => bench.arrived, { timeout: 15_000 }).toBe(1);
    expect(await approvals()).toEqual(['asked', 'wrong', 'told', 'given']);
  });
});
