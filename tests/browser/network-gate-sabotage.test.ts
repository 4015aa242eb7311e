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
  const forge = (target: Window = window) => {
    const { port1, port2 } = new MessageChannel();
    const nonce = '0'.repeat(32);
    const event = new MessageEvent('matta-hand-over', { ports: [port2], cancelable: true });
    const isTaken = !target.dispatchEvent(event);
    for (const said of [
      { t: 'mode', mode: 'off' },
      { t: 'standby', nonce },
      { t: 'go', id: 1 },
    ])
      port1.postMessage(JSON.stringify(said));
    return isTaken;
  };

  test('hands over one of its own in vain', async () => {
    const { page, errors } = await emptyPage();
    expect(await page.evaluate(forge)).toBe(false);
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
    const [taken, heard] = await page.evaluate(
      async ([kind, forge]) => {
        const forgeIn: (target: Window) => boolean = Reflect.apply(Function, null, [`return (${forge})`])();
        const frame = document.createElement('iframe');
        if (kind === 'srcdoc') frame.srcdoc = '<p>x';
        if (kind === 'src') frame.src = '/nothing';
        let heard = 0;
        const listen = () => {
          frame.contentWindow?.addEventListener(
            'matta-hand-over',
            (event) => {
              heard += 1;
              event.preventDefault();
            },
            true,
          );
        };
        document.body.append(frame);
        listen();
        const taken = [];
        for (let round = 0; round < 30; round += 1) {
          if (frame.contentWindow !== null) taken.push(forgeIn(frame.contentWindow));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        return [taken.includes(true), heard] as const;
      },
      [kind, String(forge)] as const,
    );
    expect([taken, heard]).toEqual([false, 30]);
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
