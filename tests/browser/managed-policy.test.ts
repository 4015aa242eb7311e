import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEntry } from '../../src/domain/journal/chain.ts';
import { BASIC_ID, broadcastUrl, MANAGER_ORIGIN } from '../replica/addresses.ts';
import { accessibilityFaults } from '../support/browser/axe.ts';
import { contentWorld } from '../support/browser/content-world.ts';
import { extensionIdOf } from '../support/browser/extension-id.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { type MachinePolicy, machinePolicy } from '../support/browser/machine-policy.ts';
import { makeTemporaryFolder } from '../support/browser/temporary-folder.ts';
import { killWorker } from '../support/browser/worker-control.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const ID = extensionIdOf(builtExtension);
/** Chromium looks at a changed file after five seconds; the supervisor is promised ten. */
const promised = { timeout: 10_000, interval: 50 };
const LOCKED = { lock: 'enforce', network: 'enforce', largeAudience: 100, cautionWords: ['必ず'] };

describe('a policy of the machine', { timeout: 90_000 }, () => {
  let policies: MachinePolicy;
  let profile: string;
  let matta: Matta;
  beforeEach(async () => {
    policies = await machinePolicy();
    profile = await makeTemporaryFolder('matta-managed-');
  });
  afterEach(() => matta.close());

  async function start(): Promise<void> {
    matta = await launchMatta({ executable: policies.executable, profile });
  }
  const options = () => matta.openExtensionPage('src/pages/options/index.html');
  const isFixed = (page: Page, id: string) => page.locator(`#${id}`).isDisabled();
  async function gateModes(page: Page) {
    const world = await contentWorld(page);
    const message = JSON.stringify({ verb: 'gateSettings', payload: { account: null, name: null } });
    const answer: unknown = await world.evaluate(`chrome.runtime.sendMessage(${message})`);
    const { network, lock } = Object(Object(answer).value);
    return { network, lock };
  }
  const lockedRulesets = async () =>
    (await matta.worker()).evaluate(() => chrome.declarativeNetRequest.getEnabledRulesets());
  const entriesOf = async (origin: 'own' | undefined) =>
    (await storedJournal(matta)).flatMap((stored) => {
      const event = readEntry(stored)?.event;
      return event?.kind === 'policy' && event.origin === origin ? [event] : [];
    });
  const policyEntries = () => entriesOf(undefined);
  async function setOwn(own: object): Promise<void> {
    await (await matta.worker()).evaluate(async (policy) => chrome.storage.local.set({ policy }), own);
  }

  test('reaches the gate of a running browser, also while the worker sleeps', async () => {
    await start();
    await setOwn({ version: 2, lock: 'off', network: 'off', largeAudience: 5_000 });
    await expect.poll(lockedRulesets, promised).toEqual([]);
    const page = await matta.context.newPage();
    await page.goto(broadcastUrl('create'));
    expect(await gateModes(page)).toEqual({ network: 'off', lock: 'off' });
    // An extension page looks without waking the worker.
    const beside = await options();
    const seen = () => beside.evaluate(() => chrome.declarativeNetRequest.getEnabledRulesets());
    await killWorker(matta);
    await policies.write(ID, LOCKED);
    await expect.poll(seen, promised).toEqual(['lock']);
    expect(await sendsNothing(page)).toBe(true);
    expect(await gateModes(page)).toEqual({ network: 'enforce', lock: 'enforce' });
    await expect.poll(async () => (await policyEntries()).length, promised).toBe(1);
    expect(await policyEntries()).toMatchObject([{ before: null, keys: expect.arrayContaining(['lock']) }]);
    // What was chosen before past the options page is in the journal as well.
    const [own] = await entriesOf('own');
    expect(own?.changes).toContainEqual({ rule: 'lock', account: null, before: 'enforce', after: 'off' });
  });

  /** A request that only the browser's lock stops: it is asked for in the content script's world. */
  async function sendsNothing(page: Page): Promise<boolean> {
    const world = await contentWorld(page);
    const url = `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/broadcasts/v2`;
    const sending = `fetch('${url}', { method: 'POST', body: '{}' }).then(() => false, () => true)`;
    return (await world.evaluate(sending)) === true;
  }

  test('is there from the first start, and nobody loosens it', async () => {
    await policies.write(ID, LOCKED);
    await start();
    const page = await options();
    await expect.poll(() => isFixed(page, 'gate-lock'), promised).toBe(true);
    expect(await page.locator('#gate-largeAudience').inputValue()).toBe('100');
    expect(await isFixed(page, 'gate-largeAudience')).toBe(true);
    expect(await isFixed(page, 'gate-coolDownSeconds')).toBe(false);
    expect(await page.locator('#gate-lock-origin').textContent()).toBe(t('optionsFromManagedLocked'));
    expect(await accessibilityFaults(page)).toEqual([]);

    // The page's own control, set free by hand.
    await page.locator('#gate-lock').evaluate((select) => select.removeAttribute('disabled'));
    await page.locator('#gate-lock').selectOption('off');
    await page.getByText(t('optionsSaveFailed')).waitFor();

    // The storage, past the page.
    const remembered = { fields: {}, hash: '0'.repeat(64), noted: null };
    await page.evaluate(
      (memory) =>
        chrome.storage.local.set({
          policy: { version: 2, lock: 'off', network: 'off', largeAudience: 99_999, cautionWords: [] },
          'managed-policy': memory,
        }),
      remembered,
    );
    const manager = await matta.context.newPage();
    await manager.goto(broadcastUrl('create'));
    expect(await gateModes(manager)).toEqual({ network: 'enforce', lock: 'enforce' });
    expect(await lockedRulesets()).toEqual(['lock']);
    await page.reload();
    await expect.poll(() => page.locator('#gate-largeAudience').inputValue(), promised).toBe('100');
    const refused = await page.evaluate(() =>
      chrome.storage.managed.set({ lock: 'off' }).then(() => 'written', String),
    );
    expect(refused).toContain('read-only');

    // A content script, and with it whatever takes over the page's process.
    const world = await contentWorld(manager);
    for (const area of ['local', 'session', 'managed']) {
      const answer = await world.evaluate(
        `Promise.resolve().then(() => chrome.storage.${area}.set({ policy: {}, lock: 'off' })).then(() => 'written', String)`,
      );
      expect(answer, area).not.toBe('written');
    }
    expect(await gateModes(manager)).toEqual({ network: 'enforce', lock: 'enforce' });
    const read = await world.evaluate('chrome.storage.managed.get().then(JSON.stringify, String)');
    expect(read).toContain('not allowed');
    for (const verb of ['forgetAccount', 'settingsChanged', 'savePolicy']) {
      const message = JSON.stringify({ verb, payload: { policy: { lock: 'off' }, account: null } });
      expect(await world.evaluate(`chrome.runtime.sendMessage(${message})`), verb).toMatchObject({
        ok: false,
      });
    }

    // LINE's own page, which has none of the browser's doors.
    const doors = await manager.evaluate(async (id) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = `chrome-extension://${id}/src/pages/options/index.html`;
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const fetched = await fetch(`chrome-extension://${id}/managed-schema.json`).then(
        () => 'read',
        () => 'closed',
      );
      return { storage: typeof chrome?.storage, runtime: typeof chrome?.runtime, fetched };
    }, ID);
    expect(doors).toMatchObject({ storage: 'undefined', runtime: 'undefined', fetched: 'closed' });
    expect(manager.frames().some((frame) => frame.url().startsWith('chrome-extension:'))).toBe(false);
    expect(await gateModes(manager)).toEqual({ network: 'enforce', lock: 'enforce' });
    expect(await sendsNothing(manager)).toBe(true);
    expect(matta.practice.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('that is damaged or taken away stays, is reported and is written down', async () => {
    await policies.write(ID, LOCKED);
    await start();
    await expect.poll(async () => (await policyEntries()).length, promised).toBe(1);
    // Told anew where it was made forgotten, so that its end will be told as well.
    await (await matta.worker()).evaluate(() => chrome.storage.local.remove('managed-policy'));
    await expect.poll(async () => (await policyEntries()).length, promised).toBe(2);
    await setOwn({ version: 2, lock: 'off', largeAudience: 99_999 });

    await policies.write(ID, { ...LOCKED, lock: 'sometimes', largeAudience: 'many' });
    await expect.poll(async () => (await policyEntries()).length, promised).toBe(3);
    expect((await policyEntries())[2]).toMatchObject({
      keys: ['lock', 'largeAudience'],
      kept: ['lock', 'largeAudience'],
    });
    const page = await options();
    const notice = page.locator('.notice', { hasText: t('optionsPolicyProblemTitle') });
    await notice.waitFor();
    expect(await notice.locator('li').allTextContents()).toEqual([
      `lock ${t('optionsPolicyInvalid')}`,
      `largeAudience ${t('optionsPolicyVanished')}`,
    ]);
    expect(await page.locator('#gate-largeAudience').inputValue()).toBe('100');

    await policies.remove();
    await expect.poll(async () => (await policyEntries()).length, promised).toBe(4);
    await notice.getByText(t('optionsPolicyGone')).waitFor();
    expect(await isFixed(page, 'gate-lock')).toBe(true);

    await policies.writeText('{"3rdparty": {');
    await matta.close();
    await start();
    expect(await lockedRulesets()).toEqual(['lock']);
    const again = await options();
    expect(await again.locator('#gate-largeAudience').inputValue()).toBe('100');
    expect(await isFixed(again, 'gate-lock')).toBe(true);

    await policies.write(ID, { largeAudience: 200, keys: ['largeAudience'] });
    await expect.poll(() => isFixed(again, 'gate-lock'), promised).toBe(false);
    expect(await again.locator('#gate-lock').inputValue()).toBe('off');
    expect(await again.locator('#gate-largeAudience').inputValue()).toBe('200');
  });
});
