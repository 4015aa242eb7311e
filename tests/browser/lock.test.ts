import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BASIC_ID, MANAGER_ORIGIN } from '../replica/addresses.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';

const BROADCASTS = `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/broadcasts/v2`;
const NONCE = '0123456789abcdef0123456789abcdef';
const BODY = '{"immediate":true,"balloons":[{"contentType":"TEXT","text":"x"}]}';

let matta: Matta;
let page: Page;
beforeAll(async () => {
  matta = await launchMatta({ dist: process.env['MATTA_DIST'] ?? builtExtension });
  page = await matta.context.newPage();
  // No script of Matta's runs on a blank answer of the interface, so the browser's lock stands alone.
  await page.goto(`${MANAGER_ORIGIN}/api/blank`);
});
afterAll(() => matta.close());
beforeEach(() => matta.practice.reset());

/** Everything that got through to the server and may change something. */
const paths = () =>
  matta.practice.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method)).map(({ path }) => path);

/** Sends in one of the ways a page has; ends when the browser has decided. */
async function send(way: string, url: string, method = 'POST'): Promise<void> {
  await page.evaluate(
    async ([way, url, method, body]) => {
      const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const post = { method, body: method === 'DELETE' ? null : body };
      const blob = (code: string) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const frame = () => document.documentElement.appendChild(document.createElement('iframe'));
      const ways: Record<string, () => unknown> = {
        fetch: () => fetch(url, post),
        keepalive: () => fetch(url, { ...post, keepalive: true }),
        xhr: () =>
          new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.open(method, url);
            request.onloadend = resolve;
            request.send(post.body);
          }),
        beacon: () => navigator.sendBeacon(url, body),
        ping: () => {
          const link = document.documentElement.appendChild(document.createElement('a'));
          Object.assign(link, { href: '#', ping: url });
          link.click();
        },
        worker: () => {
          const code = `fetch(${JSON.stringify(url)}, ${JSON.stringify(post)}).finally(() => postMessage(1))`;
          const worker = new Worker(blob(code));
          return new Promise((resolve) => worker.addEventListener('message', resolve));
        },
        frame: () => {
          const send = Reflect.get(frame().contentWindow ?? window, 'fetch');
          return typeof send === 'function' && send(url, post);
        },
        form: () => {
          const inside = Object.assign(frame(), { name: 'inside' });
          const form = document.createElement('form');
          Object.assign(form, { action: url, method: 'post', target: inside.name });
          document.documentElement.append(form);
          form.submit();
        },
      };
      await Promise.resolve(ways[way]?.()).catch(() => undefined);
      await settle(150);
    },
    [way, url, method, BODY] as const,
  );
}

describe('the lock', () => {
  const WAYS = ['fetch', 'keepalive', 'xhr', 'beacon', 'ping', 'worker', 'frame', 'form'];

  test.each(WAYS)('lets no broadcast out by %s', async (way) => {
    await send(way, BROADCASTS);
    expect(paths()).toEqual([]);
    await send(way, `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/tags`);
    expect(paths()).toHaveLength(1);
  });

  test('lets no broadcast out by a page’s service worker', async () => {
    const other = await matta.context.newPage();
    await other.goto(`${MANAGER_ORIGIN}/account/${BASIC_ID}/broadcast/create`);
    const end = await other.evaluate(() => window.practiceManager.send('service-worker'));
    expect([end, matta.practice.deliveries]).toEqual(['network', []]);
    await other.close();
  });

  test('lets no broadcast out by a form that takes the whole page along', async () => {
    const other = await matta.context.newPage();
    await other.goto(`${MANAGER_ORIGIN}/api/blank`);
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
    ['with a made-up nonce', `${BROADCASTS}#${NONCE}`],
  ])('stops an address %s', async (_what, url) => {
    for (const method of ['POST', 'PUT', 'PATCH']) await send('fetch', url, method);
    expect(paths()).toEqual([]);
  });

  test('reading and removing pass, and whatever is no broadcast', async () => {
    await send('fetch', BROADCASTS, 'DELETE');
    await send('fetch', `${MANAGER_ORIGIN}/api/bots/${BASIC_ID}/message/test`);
    await send('fetch', `${MANAGER_ORIGIN}/api/log?page=/api/bots/${BASIC_ID}/broadcasts`);
    expect(paths().map((path) => path.split('/').at(-1))).toEqual(['v2', 'test', 'log']);
  });

  test('has no pattern that the browser would leave out', async () => {
    const worker = await matta.worker();
    const answers = await worker.evaluate(async () => {
      const rules = await (await fetch(chrome.runtime.getURL('rules/lock.json'))).json();
      const patterns: string[] = rules.map(
        (rule: { condition: { regexFilter: string } }) => rule.condition.regexFilter,
      );
      return Promise.all(patterns.map((regex) => chrome.declarativeNetRequest.isRegexSupported({ regex })));
    });
    expect(answers).toEqual(answers.map(() => ({ isSupported: true })));
    expect(answers).toHaveLength(3);
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
