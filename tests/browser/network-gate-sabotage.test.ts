import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MANAGER_ORIGIN } from '../replica/addresses.ts';
import { SABOTAGES, sendEverything } from '../support/browser/hooks/page-sabotage.ts';
import { BROADCAST_BODY, COMMIT, DRAFT_BODY } from '../support/browser/hooks/page-tools.ts';
import { hookedExtension } from '../support/browser/hooks/two-browsers.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';

let matta: Matta;
beforeAll(async () => {
  matta = await launchMatta({ dist: hookedExtension });
});
afterAll(() => matta.close());
beforeEach(() => matta.practice.reset());

/** A page of LINE's host that has no scripts of its own. */
async function emptyPage() {
  const page = await matta.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${MANAGER_ORIGIN}/nothing`);
  return { page, errors };
}

/** Runs something past Playwright's own scripts in the page, which could not bear what some of it does. */
async function run(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression, userGesture: false });
  await session.detach();
}

describe('a page that sabotages', () => {
  const given = JSON.stringify({ commit: COMMIT, broadcast: BROADCAST_BODY, draft: DRAFT_BODY });

  test.each(SABOTAGES)('$name changes no verdict and causes no error', async ({ act }) => {
    const { page, errors } = await emptyPage();
    const start = `addEventListener('sabotage', () => (${act})(null), { capture: true })`;
    await run(page, `${start}; (${sendEverything})(${given});`);
    const said = page.locator('html[data-said]');
    expect(await said.getAttribute('data-said')).toBe('0 0 0 0 0 0 200 200');
    expect(errors).toEqual([]);
    const { deliveries, drafts } = matta.practice;
    expect([deliveries.length, drafts.map(({ body }) => body)]).toEqual([0, [DRAFT_BODY, DRAFT_BODY]]);
    expect(page.url()).toBe(`${MANAGER_ORIGIN}/nothing`);
    await page.close();
  });
});

describe('a page that wants the port', () => {
  /** Tries a hand-over of its own; answers whether anybody took it, and sends what would switch the gate off. */
  const forge = (target: Window | null) => {
    const { port1, port2 } = new MessageChannel();
    const nonce = '0'.repeat(32);
    const event = new MessageEvent('matta-hand-over', { ports: [port2], cancelable: true });
    const places = [target ?? window, (target ?? window).document.fonts];
    const isTaken = places.some((place) => !place.dispatchEvent(event));
    for (const said of [
      { t: 'mode', mode: 'off' },
      { t: 'standby', nonces: nonce },
      { t: 'go', id: 1 },
    ])
      port1.postMessage(JSON.stringify(said));
    return isTaken;
  };

  test('hands over one of its own in vain', async () => {
    const { page, errors } = await emptyPage();
    expect(await page.evaluate(forge, null)).toBe(false);
    const end = await page.evaluate(
      async ([commit, body]) => {
        void fetch(commit, { method: 'POST', body }).catch(() => 0);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return fetch(`${commit}#${'0'.repeat(32)}`, { method: 'POST', body }).then(
          () => 'sent',
          () => 'refused',
        );
      },
      [COMMIT, BROADCAST_BODY] as const,
    );
    expect([end, errors, matta.practice.deliveries]).toEqual(['refused', [], []]);
    await page.close();
  });

  test.each(['about:blank', 'srcdoc', 'src'] as const)('finds none in a fresh frame (%s)', async (kind) => {
    const { page } = await emptyPage();
    const [heard, taken] = await page.evaluate(
      async ([kind, forge]) => {
        const forgeIn: (target: Window | null) => boolean = Reflect.apply(Function, null, [
          `return (${forge})`,
        ])();
        const frame = document.createElement('iframe');
        if (kind === 'srcdoc') frame.srcdoc = '<p>x';
        if (kind === 'src') frame.src = '/nothing';
        let heard = 0;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        const { contentWindow } = frame;
        const hear = () => {
          heard += 1;
        };
        for (const place of [contentWindow, contentWindow?.document, contentWindow?.document.fonts])
          place?.addEventListener('matta-hand-over', hear, true);
        const taken = [forgeIn(contentWindow)];
        const before = heard;
        await loaded;
        const meanwhile = heard - before;
        taken.push(forgeIn(contentWindow));
        return [meanwhile, taken] as const;
      },
      [kind, String(forge)] as const,
    );
    expect([heard, taken]).toEqual([0, [false, false]]);
    await page.close();
  });

  test('sees nothing of it by patching ports, events and listeners', async () => {
    const { page } = await emptyPage();
    const seen = await page.evaluate(
      async ([commit, broadcast, draft]) => {
        const seen: string[] = [];
        const spy = (target: object, name: string) => {
          const method: unknown = Reflect.get(target, name);
          Reflect.set(target, name, function (this: unknown, ...given: unknown[]) {
            seen.push(name);
            return typeof method === 'function' && Reflect.apply(method, this, given);
          });
        };
        for (const name of ['postMessage', 'start', 'close']) spy(MessagePort.prototype, name);
        for (const name of ['addEventListener', 'dispatchEvent']) spy(EventTarget.prototype, name);
        for (const name of ['get', 'set', 'delete']) spy(Map.prototype, name);
        for (const name of ['parse', 'stringify']) spy(JSON, name);
        window.addEventListener('message', () => seen.push('message'), true);
        seen.length = 0;
        void fetch(commit, { method: 'POST', body: broadcast }).catch(() => 0);
        const request = new XMLHttpRequest();
        request.open('POST', commit);
        request.send(draft);
        await new Promise((resolve) => (request.onloadend = resolve));
        return [request.status, ...seen];
      },
      [COMMIT, BROADCAST_BODY, DRAFT_BODY] as const,
    );
    expect(seen).toEqual([200]);
    await page.close();
  });
});
