import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEntry } from '../../src/domain/journal/chain.ts';
import { checklist, checklistIn } from '../support/browser/answer-checklist.ts';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { makeTemporaryFolder } from '../support/browser/temporary-folder.ts';
import { killWorker } from '../support/browser/worker-control.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';
import { newSigner } from '../support/signed-files.ts';

const { t } = japaneseTexts;
const RULES = { version: 2, secondPerson: 'always', coolDownSeconds: 7 };
const LAX = { version: 2, secondPerson: 'never', network: 'off', lock: 'off', coolDownSeconds: 0 };
const PASSPHRASE = '開けゴマの合言葉';

/** One company from its first key to the gate; each step stands on the one before. */
describe('rules that a supervisor signs', { timeout: 60_000 }, () => {
  let matta: Matta;
  let supervisor: Page;
  let options: Page;
  beforeAll(async () => {
    matta = await launchMatta({ dist: openExtension });
  });
  afterAll(() => matta.close());

  const button = (page: Page, key: Parameters<typeof t>[0]) =>
    page.getByRole('button', { name: t(key), exact: true });
  /** What the browser saves when a button is pressed. */
  async function saved(page: Page, key: Parameters<typeof t>[0]): Promise<string> {
    const download = page.waitForEvent('download');
    await button(page, key).click();
    return (await download).path();
  }
  const policyEntries = async () =>
    (await storedJournal(matta)).flatMap((stored) => {
      const event = readEntry(stored)?.event;
      return event?.kind === 'policy' && event.origin === 'signed' ? [event] : [];
    });

  test('are signed on one page, and hold after they were imported on another', async () => {
    supervisor = await matta.openExtensionPage('src/pages/supervisor/index.html');
    const rules = {
      name: 'rules.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(RULES)),
    };
    await supervisor.locator('#import').setInputFiles(rules);
    await button(supervisor, 'supervisorDiffApply').click();
    await supervisor.locator('#signing-company').fill('パン屋こむぎ');
    await supervisor.locator('#signing-passphrase').fill('控えのための長い合言葉です');
    await supervisor.locator('#signing-again').fill('控えのための長い合言葉です');
    const backup = await readFile(await saved(supervisor, 'signingMake'), 'utf8');
    expect(JSON.parse(backup)).toMatchObject({ format: 'matta-signing-key', rounds: 600_000 });
    await supervisor.getByText(t('signingMade')).waitFor();
    const file = await saved(supervisor, 'signingSign');
    expect(await accessibilityFaults(supervisor)).toEqual([]);
    const digits = (await supervisor.locator('.key-number').textContent())?.split(' ').at(-1) ?? '';

    options = await matta.openExtensionPage('src/pages/options/index.html');
    await options.locator('input[type=file]').setInputFiles(file);
    await options.locator('.question').waitFor();
    expect(await accessibilityFaults(options)).toEqual([]);
    await options.locator('#signed-last-group').fill(digits);
    await button(options, 'optionsSignedApply').click();
    await options.getByText(t('optionsSignedDone')).waitFor();
    await expect.poll(() => options.locator('#gate-second').isDisabled()).toBe(true);
    expect(await options.locator('#gate-coolDownSeconds').inputValue()).toBe('7');
    expect(await policyEntries()).toMatchObject([{ origin: 'signed', before: null }]);
  });

  test('are asked for by the gate, also after somebody has emptied or loosened the storage', async () => {
    await options.evaluate(
      (policy) =>
        chrome.storage.local.remove('signed-policy').then(() => chrome.storage.local.set({ policy })),
      LAX,
    );
    await killWorker(matta);
    const bench = await AttackBench.open(matta);
    await bench.start('confirm=direct');
    await bench.click('send');
    await checklistIn(bench.page, 'asking');
    await checklist(bench.page).locator('.item[data-item="second-person"]').waitFor();
    expect(bench.arrived).toBe(0);
    // The worker's start has put it back, and the journal knows.
    await expect.poll(async () => (await policyEntries()).at(-1)?.kept).toContain('secondPerson');
  });

  test('of another key are refused, and the old ones hold', async () => {
    const stranger = await newSigner();
    const file = { name: 'policy.json', mimeType: 'application/json' };
    const text = await stranger.file(LAX, { counter: 9 });
    await options.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(text) });
    await options.getByText(t('signedFaultOtherKey')).waitFor();
    const huge = join(await makeTemporaryFolder('matta-huge-'), 'policy.json');
    await writeFile(huge, Buffer.alloc(50 * 1024 * 1024, 32));
    await options.locator('input[type=file]').setInputFiles(huge);
    await options.getByText(t('signedFaultTooLarge')).waitFor({ timeout: 2_000 });
    expect(await options.locator('#gate-second').inputValue()).toBe('always');
  });

  test('stay under a passphrase that somebody sets afterwards, which guards what is free', async () => {
    await options.locator('#lock-next').fill(PASSPHRASE);
    await options.locator('#lock-again').fill(PASSPHRASE);
    await button(options, 'lockSet').click();
    await options.locator('#lock-open').waitFor();
    await options.locator('#gate-largeAudience').fill('5000');
    await options.locator('#gate-largeAudience').press('Tab');
    await options.getByText(t('optionsLockNeeded')).waitFor();
    await options.locator('#lock-open').fill(PASSPHRASE);
    await button(options, 'lockOpen').click();
    await options.getByText(t('lockIsOpen')).waitFor();
    await options.locator('#gate-largeAudience').fill('4000');
    await options.locator('#gate-largeAudience').press('Tab');
    const field = options.locator('.field', { has: options.locator('#gate-largeAudience') });
    await field.getByText(t('optionsSaved')).waitFor();
    expect(await button(options, 'optionsSignedRelease').count()).toBe(0);
    expect(await accessibilityFaults(options)).toEqual([]);
  });

  test('are gone after a signed release', async () => {
    await button(supervisor, 'signingRelease').click();
    const download = supervisor.waitForEvent('download');
    await supervisor
      .locator('.question')
      .getByRole('button', { name: t('signingRelease') })
      .click();
    await options.locator('input[type=file]').setInputFiles(await (await download).path());
    await options
      .locator('.question')
      .getByRole('button', { name: t('optionsSignedRelease') })
      .click();
    await options.getByText(t('optionsSignedReleased')).waitFor();
    await expect.poll(() => options.locator('#gate-second').isDisabled()).toBe(false);
    expect((await policyEntries()).at(-1)).toMatchObject({ origin: 'signed', after: null });
  });
});
