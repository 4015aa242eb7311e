import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main as makePolicy } from '../../scripts/policy.ts';
import { BASIC_ID, broadcastUrl, MANAGER_ORIGIN } from '../replica/addresses.ts';
import { checklistIn } from '../support/browser/answer-checklist.ts';
import { contentWorld } from '../support/browser/content-world.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { type MachinePolicy, machinePolicy } from '../support/browser/machine-policy.ts';
import { type SignedCopy, signedCopy } from '../support/browser/signed-copy.ts';
import { makeTemporaryFolder } from '../support/browser/temporary-folder.ts';
import { serveUpdates, type UpdateServer } from '../support/browser/update-server.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
/** Chromium looks at a changed file after five seconds; the supervisor is promised ten. */
const promised = { timeout: 10_000, interval: 50 };
const CHECKED_AT = 1_790_000_000_000;
const RULES = {
  lock: 'enforce',
  network: 'enforce',
  largeAudience: 100,
  windows: { U0123456789abcdef0123456789abcdef: { mode: 'day', checkedAt: CHECKED_AT } },
};

describe('a copy that the company’s policy installs', { timeout: 90_000 }, () => {
  let policies: MachinePolicy;
  let copy: SignedCopy;
  let server: UpdateServer;
  let matta: Matta;
  const running: (() => unknown)[] = [];
  let folder: string;
  beforeEach(async () => {
    policies = await machinePolicy();
    copy = await signedCopy(openExtension);
    folder = await makeTemporaryFolder('matta-roll-out-');
    server = await serveUpdates(copy, join(folder, 'updates.xml'));
    running.push(server.close);
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const end of running.splice(0)) await end();
  });

  /** What the guide says: the command, its files in their place. */
  async function rollOut(rules: object, letsDebuggerIn = true): Promise<void> {
    const file = join(folder, 'rules.json');
    const keyFile = join(folder, 'matta.pem');
    await writeFile(file, JSON.stringify(rules));
    await writeFile(keyFile, copy.pem);
    const own = ['--key', keyFile, '--update-url', server.url];
    const code = await makePolicy([
      '--out',
      'linux',
      '--policy',
      file,
      '--to',
      folder,
      '--lang',
      'en',
      ...own,
    ]);
    expect(code).toBe(0);
    if (letsDebuggerIn) await loosenCompanions();
    await policies.install(folder);
  }

  /** The companions keep every debugger out, and so most of these tests: two of them are loosened. */
  async function loosenCompanions(): Promise<void> {
    const file = join(folder, 'etc/chromium/policies/managed/matta-companions.json');
    const { RemoteDebuggingAllowed, ...companions } = JSON.parse(await readFile(file, 'utf8'));
    expect([RemoteDebuggingAllowed, companions.DeveloperToolsAvailability]).toEqual([false, 2]);
    await writeFile(file, JSON.stringify({ ...companions, DeveloperToolsAvailability: 1 }));
  }

  async function start(profile?: string): Promise<void> {
    const kept = profile === undefined ? {} : { profile };
    matta = await launchMatta({ executable: policies.executable, installedByPolicy: copy.id, ...kept });
    running.push(matta.close);
  }
  const managed = (page: Page) => page.evaluate(() => chrome.storage.managed.get());
  const options = () => matta.openExtensionPage('src/pages/options/index.html');
  /** Whether it is installed: then its pages open. */
  const opens = async () => {
    const page = await matta.context.newPage();
    const address = `chrome-extension://${copy.id}/src/pages/options/index.html`;
    const isOpen = await page.goto(address).then(
      () => true,
      () => false,
    );
    await page.close();
    return isOpen;
  };

  test('is there with its rules, and cannot be switched off or removed', async () => {
    await rollOut(RULES);
    await start();
    await expect.poll(opens, promised).toBe(true);
    const page = await options();
    await expect
      .poll(() => managed(page), promised)
      .toEqual({ ...RULES, keys: Object.keys(RULES).toSorted() });
    await expect.poll(() => page.locator('#gate-lock').isDisabled(), promised).toBe(true);
    expect(await page.locator('#gate-lock-origin').textContent()).toBe(t('optionsFromManagedLocked'));
    expect(await page.evaluate(() => chrome.declarativeNetRequest.getEnabledRulesets())).toEqual(['lock']);

    const extensions = await matta.context.newPage();
    await extensions.goto(`chrome://extensions/?id=${copy.id}`);
    const details = extensions.locator('extensions-detail-view');
    await details.locator('#enableToggle').waitFor();
    expect(await details.locator('#enableToggle').getAttribute('disabled')).not.toBeNull();
    expect(await extensions.locator('#devMode').getAttribute('disabled')).not.toBeNull();
    expect(await details.locator('#remove-extension').isVisible()).toBe(false);
    for (const act of ['setEnabled(ID, false)', 'uninstall(ID)']) {
      const answer: unknown = await extensions.evaluate(
        `chrome.management.${act.replace('ID', `'${copy.id}'`)}.then(() => 'done', String)`,
      );
      expect(answer, act).toContain('cannot be modified by user');
    }
  });

  test('holds what nobody has answered, and follows new rules within ten seconds', async () => {
    await rollOut(RULES);
    await start();
    await expect.poll(opens, promised).toBe(true);
    const page = await options();
    await expect.poll(() => page.locator('#gate-largeAudience').inputValue(), promised).toBe('100');
    const manager = await matta.context.newPage();
    await manager.goto(broadcastUrl('create'));
    await manager.evaluate(() => void window.practiceManager.send());
    await checklistIn(manager, 'asking');
    const world = await contentWorld(manager);
    const url = `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/broadcasts/v2`;
    const sending = `fetch('${url}', { method: 'POST', body: '{}' }).then(() => 'sent', () => 'held')`;
    expect(await world.evaluate(sending)).toBe('held');

    await rollOut({ ...RULES, largeAudience: 7 });
    await expect.poll(() => page.locator('#gate-largeAudience').inputValue(), promised).toBe('7');
    expect(await world.evaluate(sending)).toBe('held');
    expect(matta.practice.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('is installed where the companions let no debugger in', async () => {
    await rollOut(RULES, false);
    const profile = await makeTemporaryFolder('matta-forced-');
    const switches = ['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'];
    const browser = spawn(policies.executable, [...switches, `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.unshift(() => browser.kill() && once(browser, 'exit'));
    let said = '';
    browser.stderr.on('data', (part: Buffer) => {
      said += part.toString();
    });
    const installed = join(profile, 'Default', 'Extensions', copy.id);
    await expect.poll(() => existsSync(installed), promised).toBe(true);
    expect(said).toContain('DevTools remote debugging is disallowed');
    expect(existsSync(join(profile, 'DevToolsActivePort'))).toBe(false);
  });

  test('goes with the policy that brought it', async () => {
    await rollOut(RULES);
    const profile = await makeTemporaryFolder('matta-forced-');
    await start(profile);
    await expect.poll(opens, promised).toBe(true);
    await policies.remove();
    await matta.close();
    await start(profile);
    await expect.poll(opens, promised).toBe(false);
  });
});
