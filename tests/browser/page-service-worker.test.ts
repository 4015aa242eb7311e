import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANAGER_ORIGIN } from '../../src/domain/line-address.ts';
import { broadcastUrl } from '../replica/addresses.ts';
import { answerChecklist, checklist, checklistIn, pressFinal } from '../support/browser/answer-checklist.ts';
import { useGatePolicy } from '../support/browser/gate-policy.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';

const SCRIPT = `${MANAGER_ORIGIN}/passing-worker.js`;
/** Hands every request of its page on, as a page that works offline does. */
const PASSING = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`;

describe('a page whose own service worker hands on its requests', { timeout: 60_000 }, () => {
  let matta: Matta;
  let page: Page;
  beforeEach(async () => {
    matta = await launchMatta({ dist: openExtension });
    await useGatePolicy(matta, { coolDownSeconds: 0 });
    await matta.context.route(SCRIPT, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'service-worker-allowed': '/' },
        body: PASSING,
      }),
    );
    page = await matta.context.newPage();
    await page.goto(broadcastUrl('create', 'confirm=direct'));
    await page.evaluate(async (script) => {
      await navigator.serviceWorker.register(script, { scope: '/' });
      await navigator.serviceWorker.ready;
    }, SCRIPT);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.evaluate(() =>
      window.practiceManager.fill({
        texts: ['パンの会からのお知らせです。'],
        people: 300,
        when: { date: '2026-12-05', time: '10:00' },
      }),
    );
  });
  afterEach(() => matta.close());

  test('saves drafts as ever', async () => {
    await page.evaluate(() => window.practiceManager.press('draft'));
    await expect.poll(() => matta.practice.drafts.length).toBe(1);
    expect(await checklist(page).count()).toBe(0);
  });

  test('sends a broadcast once, and only after its checklist', async () => {
    await page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(page, {
      account: '@practice-line',
      people: 300,
      when: { weekday: 6, time: '10:00' },
    });
    expect(matta.practice.deliveries).toEqual([]);
    await pressFinal(page);
    await checklistIn(page, 'released');
    await expect.poll(() => matta.practice.deliveries.length).toBe(1);
  });
});
