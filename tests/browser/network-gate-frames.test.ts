import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BASIC_ID, broadcastUrl } from '../replica/addresses.ts';
import { answerChecklist, checklistIn, pressFinal } from '../support/browser/answer-checklist.ts';
import { useGatePolicy } from '../support/browser/gate-policy.ts';
import { BROADCAST_BODY, COMMIT } from '../support/browser/hooks/page-tools.ts';
import { hookedExtension } from '../support/browser/hooks/two-browsers.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { collectErrors } from '../support/browser/page-errors.ts';

/** Frames inside of the manager's page, where there is no room for a checklist. */
let matta: Matta;
beforeAll(async () => {
  matta = await launchMatta({ dist: hookedExtension });
  await useGatePolicy(matta, { coolDownSeconds: 0 });
});
afterAll(() => matta.close());
beforeEach(() => matta.practice.reset());

describe('a frame', () => {
  test.each([
    ['of no address', ''],
    ['written into the page', 'srcdoc'],
    ['of the same host', 'src'],
  ])(
    '%s cannot send; the checklist opens in the page, and then the next press in the frame can',
    async (_, kind) => {
      const page = await matta.context.newPage();
      const errors = collectErrors(page);
      await page.goto(broadcastUrl('create'));
      await page.evaluate(async (kind) => {
        window.practiceManager.fill({ texts: ['冬の新作パン 🥐'], people: 300, when: 'now' });
        const frame = document.createElement('iframe');
        if (kind === 'src') frame.src = '/nothing';
        if (kind === 'srcdoc') frame.srcdoc = '<p>frame';
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
      }, kind);
      const press = () =>
        page.evaluate(
          async ([url, body]) => {
            const inside = document.querySelector('iframe')?.contentWindow;
            const send: typeof fetch = Reflect.get(inside ?? {}, 'fetch');
            return send(url, { method: 'POST', body }).then(
              ({ status }) => status,
              (error) => String(error),
            );
          },
          [`${new URL(page.url()).origin}${COMMIT}`, BROADCAST_BODY] as const,
        );
      expect(await press()).toBe('TypeError: Failed to fetch');
      await checklistIn(page, 'asking');
      expect(matta.practice.deliveries).toEqual([]);
      await answerChecklist(page, { account: BASIC_ID, people: 300, when: 'now' });
      await pressFinal(page);
      await checklistIn(page, 'released');
      expect(matta.practice.deliveries).toEqual([]);
      expect(await press()).toBe(200);
      expect(matta.practice.deliveries.map(({ body }) => body)).toEqual([BROADCAST_BODY]);
      // The pass is used up.
      expect(await press()).toBe('TypeError: Failed to fetch');
      expect([matta.practice.deliveries.length, errors]).toEqual([1, []]);
      await page.close();
    },
  );
});
