import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BASIC_ID, broadcastUrl, MANAGER_ORIGIN } from '../replica/addresses.ts';
import { contentWorld } from '../support/browser/content-world.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { sendBy, WAYS } from '../support/browser/ways-to-send.ts';
import { withSilentScripts } from '../support/browser/with-silent-scripts.ts';
import { killWorker } from '../support/browser/worker-control.ts';

/** The browser's lock and the worker alone: none of Matta's scripts runs in the pages. */
const BROADCASTS = `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/broadcasts/v2`;
const BODY = '{"immediate":true,"balloons":[{"contentType":"TEXT","text":"x"}]}';
const patience = { timeout: 10_000 };

let matta: Matta;
let page: Page;
beforeAll(async () => {
  matta = await launchMatta({ dist: await withSilentScripts(builtExtension) });
  page = await matta.context.newPage();
  await page.goto(broadcastUrl('create'));
});
afterAll(() => matta.close());
beforeEach(() => matta.practice.reset());

/** The paths of everything that got through to the server and may change something. */
const paths = () =>
  matta.practice.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method)).map(({ path }) => path);
const send = (url: string, method = 'POST', from = page, body = BODY) =>
  sendBy(from, 'fetch', { url, method, body });
const nonce = (n: number) => n.toString(16).padStart(32, '0');

/** Asks the worker as a content script in the page would. */
async function ask(verb: string, payload: object): Promise<unknown> {
  const world = await contentWorld(page);
  const message = JSON.stringify({ verb, payload });
  return world.evaluate(`chrome.runtime.sendMessage(${message}).catch(String)`);
}
const armHarmless = (n: number) => ask('armHarmless', { nonce: nonce(n), isStandby: false });

describe('the lock', () => {
  test.each(WAYS)('lets no broadcast out by %s', async (way) => {
    await sendBy(page, way, { url: BROADCASTS, body: BODY });
    expect(paths()).toEqual([]);
    await sendBy(page, way, { url: `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/tags`, body: '{}' });
    await expect.poll(paths, patience).toHaveLength(1);
  });

  test('lets no broadcast out by a page’s service worker', async () => {
    expect(await page.evaluate(() => window.practiceManager.send('service-worker'))).toBe('network');
    expect(paths()).toEqual([]);
  });

  test('has its rules on again where somebody has switched them off one by one, and stops meanwhile', async () => {
    const worker = await matta.worker();
    await worker.evaluate(() =>
      chrome.declarativeNetRequest.updateStaticRules({ rulesetId: 'lock', disableRuleIds: [1, 2, 3] }),
    );
    const switchedOff = () =>
      worker.evaluate(() => chrome.declarativeNetRequest.getDisabledRuleIds({ rulesetId: 'lock' }));
    // Measured in Chromium 156: a rule with a pattern goes on stopping all the same. Nobody promises that it will.
    await send(BROADCASTS);
    await expect.poll(switchedOff, patience).toEqual([]);
    await send(BROADCASTS);
    expect(paths()).toEqual([]);
  });

  test('lets no broadcast out by a form that takes the whole page along', async () => {
    const other = await matta.context.newPage();
    await other.goto(broadcastUrl('create'));
    await other.evaluate((url) => {
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post' });
      document.documentElement.append(form);
      form.submit();
    }, BROADCASTS);
    await other.waitForTimeout(300);
    expect(paths()).toEqual([]);
    await other.close();
  });

  test.each([
    ['in large letters', BROADCASTS.replace('broadcasts', 'BROADCASTS')],
    ['with double slashes', BROADCASTS.replace('/bots/', '//bots//')],
    ['with double slashes in front', BROADCASTS.replace('/api/', '//api/')],
    ['with encoded letters', BROADCASTS.replace('broadcasts', 'bro%61dcasts')],
    ['with encoded slashes', BROADCASTS.replace('/broadcasts', '%2Fbroadcasts')],
    ['of an earlier version', BROADCASTS.replace('/v2', '')],
    ['of a later version', BROADCASTS.replace('/api/', '/api/v3/')],
    ['of an encoded account', BROADCASTS.replace('@', '%40')],
    ['with a made-up nonce', `${BROADCASTS}#${nonce(99)}`],
  ])('stops an address %s', async (_what, url) => {
    for (const method of ['POST', 'PUT', 'PATCH']) await send(url, method);
    expect(paths()).toEqual([]);
  });

  test('lets reading, removing and tests pass, and whatever is no broadcast', async () => {
    await send(BROADCASTS, 'DELETE');
    await send(`${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/message/test`);
    const log = `${MANAGER_ORIGIN}/api/log?page=/api/bots/${BASIC_ID}/broadcasts`;
    await send(log, 'POST', page, '{}');
    expect(paths().map((path) => path.split('/').at(-1))).toEqual(['v2', 'test', 'log']);
  });

  test('has no pattern that the browser would leave out', async () => {
    const worker = await matta.worker();
    const answers = await worker.evaluate(async () => {
      const rules: readonly { readonly condition: { readonly regexFilter: string } }[] = await (
        await fetch(chrome.runtime.getURL('rules/lock.json'))
      ).json();
      const { isRegexSupported } = chrome.declarativeNetRequest;
      return Promise.all(rules.map(({ condition }) => isRegexSupported({ regex: condition.regexFilter })));
    });
    expect(answers).toEqual([{ isSupported: true }, { isSupported: true }, { isSupported: true }]);
  });

  test('costs no warning beyond the two hosts', async () => {
    const options = await matta.openExtensionPage('src/pages/options/index.html');
    const warnings = await options.evaluate(() =>
      chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings.join()).toMatch(/chat\.line\.biz.*manager\.line\.biz/s);
    await options.close();
  });
});

describe('a permission', () => {
  test('for one request lets that one pass, and nothing in the same moment or after it', async () => {
    expect(await armHarmless(1)).toEqual({ ok: true, value: 'done' });
    await send(BROADCASTS);
    expect(paths()).toEqual([]);
    const other = await matta.context.newPage();
    await other.goto(broadcastUrl('create'));
    await send(`${BROADCASTS}#${nonce(1)}`, 'POST', other);
    expect(paths()).toEqual([]);
    await other.close();
    const draft = '{"status":"DRAFT"}';
    await Promise.all([send(`${BROADCASTS}#${nonce(1)}`, 'POST', page, draft), send(BROADCASTS)]);
    await send(`${BROADCASTS}#${nonce(1)}`);
    expect(paths()).toHaveLength(1);
  });

  test('for the next press lets one broadcast pass', async () => {
    const broadcast = {
      account: BASIC_ID,
      schedule: { kind: 'now' },
      audience: { kind: 'all', name: null, target: '', limit: null },
      bubbles: [{ kind: 'text', text: 'x', name: null, links: [], key: null }],
      voom: null,
      abTest: null,
      readable: true,
    };
    const facts = { accountName: null, people: null, recognised: false };
    const attempt = { id: nonce(2), source: 'lock', broadcast, page: facts, isDraft: false };
    const reason = '災害のお知らせのため急ぎます';
    const opened = await ask('overrideAttempt', { attempt, reason, nonce: null });
    expect(opened).toEqual({ ok: true, value: { result: 'open', seconds: 20 } });
    await send(BROADCASTS);
    await send(BROADCASTS);
    expect(paths()).toHaveLength(1);
    const outcomes = async () => {
      const options = await matta.openExtensionPage('src/pages/options/index.html');
      const payload = { before: null, limit: 10 };
      const answer = await options.evaluate(
        (payload) => chrome.runtime.sendMessage({ verb: 'journalPage', payload }),
        payload,
      );
      await options.close();
      const events = answer.value.entries.map(({ text }: { text: string }) => JSON.parse(text).event);
      return events.filter(({ kind }: { kind: string }) => kind === 'outcome' || kind === 'unconfirmed');
    };
    await expect.poll(outcomes, patience).toEqual([{ kind: 'outcome', outcome: 'accepted', status: 200 }]);
  });

  test('ends with the worker that gave it', async () => {
    await armHarmless(3);
    await killWorker(matta);
    await ask('gateSettings', { account: null, name: null });
    await send(`${BROADCASTS}#${nonce(3)}`);
    expect(paths()).toEqual([]);
  });
});
