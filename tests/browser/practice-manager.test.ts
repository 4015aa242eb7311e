import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, type ExpectStatic, test } from 'vitest';
import { MANAGER_VARIANTS } from '../replica/manager/switches.ts';
import {
  acceptedBy,
  isFree,
  type PracticeBench,
  PracticeBenches,
  patiently,
  placeOf,
  pressPart,
} from '../support/browser/practice-benches.ts';

/** The operator's way to a broadcast, on the practice manager with every switch in every position, without Matta. */
describe.concurrent('the practice manager', () => {
  let benches: PracticeBenches;
  beforeAll(async () => {
    benches = await PracticeBenches.start();
  });
  afterAll(() => benches.close());

  // All that concerns the server, and a third of the rest: the table of attacks uses every variant from end to end.
  const variants = MANAGER_VARIANTS.filter(({ query }, at) => query.includes('server=') || at % 3 === 0);
  test.for([{ name: 'as it is by default', query: '' }, ...variants])(
    'keeps drafts, sends tests and sends broadcasts: $name',
    async ({ query }, { expect }) => {
      const bench = await benches.open(query);
      const { page, server } = bench;
      await page.evaluate(() =>
        window.practiceManager.fill({ texts: ['本日15時から'], audience: 'narrowed' }),
      );
      await pressPart(page, 'draft', query);
      await settled(expect, page);
      await pressPart(page, 'test', query);
      await pressPart(page, 'testConfirm', query);
      await settled(expect, page);
      const isRefused = /server=(?!slow)/.test(query);
      expect(acceptedBy(server)).toEqual(isRefused ? [0, 0, 0] : [1, 1, 0]);
      await pressPart(page, 'send', query);
      if (!/confirm=(direct|native)/.test(query)) await pressPart(page, 'confirm', query);
      await settled(expect, page);
      // A beacon comes when it comes.
      await expect.poll(() => server.attempts.length, patiently).toBe(1);
      if (isRefused) await expectKept(expect, bench);
      else await expectSent(expect, bench, query);
      expect(bench.pageErrors).toEqual([]);
      benches.done(bench);
    },
  );
});

async function expectKept(expect: ExpectStatic, { page, server }: PracticeBench): Promise<void> {
  const { texts, error } = await page.evaluate(() => window.practiceManager.state());
  expect(texts).toEqual(['本日15時から']);
  expect(error).not.toBe(null);
  expect(await isFree(page)).toBe(true);
  expect(server.deliveries).toEqual([]);
}

async function expectSent(
  expect: ExpectStatic,
  { page, server }: PracticeBench,
  query: string,
): Promise<void> {
  await expect.poll(() => acceptedBy(server), { ...patiently, message: query }).toEqual([1, 1, 1]);
  await expect.poll(() => placeOf(page), patiently).toBe('list');
  const delivery = server.deliveries[0];
  const raw = delivery?.body ?? '';
  if (query.includes('fetch-stream')) return;
  const body = JSON.parse(
    raw.startsWith('payload=') ? decodeURIComponent(raw.slice(8).replaceAll('+', ' ')) : raw,
  );
  expect(body.immediate).toBe(true);
  expect(body.status).toBe(expectedStatus(query));
  expect(body.withTimeline).toBe(query.includes('voom=on'));
  expect(body.balloons).toEqual([
    { contentType: 'TEXT', text: '本日15時から', emojis: [], updateToken: expect.any(String) },
  ]);
  expect(body.targeting).toMatchObject({ genders: ['f'] });
  expect('scheduledDate' in body).toBe(false);
  expect(delivery?.path).toMatch(expectedPath(query));
}

/** A page that is being loaded anew is not settled. */
async function settled(expect: ExpectStatic, page: Page): Promise<void> {
  await expect.poll(() => isFree(page), patiently).toBe(true);
}

function expectedStatus(query: string): string | undefined {
  if (query.includes('immediateWord=none')) return undefined;
  return query.includes('immediateWord=sending') ? 'SENDING' : 'SCHEDULED';
}

function expectedPath(query: string): RegExp {
  const account = query.includes('at=encoded') ? '%40practice-line' : '@practice-line';
  if (query.includes('endpoint=v1')) return new RegExp(`^/api/bots/${account}/broadcasts/\\d{9}$`);
  if (query.includes('endpoint=future'))
    return new RegExp(`^/api/v3/bots/${account}/broadcasts/v3/send/\\d{9}$`);
  return new RegExp(`^/api/bots/${account}/broadcasts/v2/\\d{9}$`);
}
