import { afterAll, beforeAll, describe, test } from 'vitest';
import { BASIC_ID, broadcastUrl, DRAFT_ID } from '../replica/addresses.ts';
import type { Transport } from '../replica/manager/practice-manager-api.ts';
import type { RequestKind } from '../replica/manager/server/practice-server.ts';
import {
  acceptedBy,
  isFree,
  PracticeBenches,
  patiently,
  placeOf,
} from '../support/browser/practice-benches.ts';

/** What the tests of the gate rely on: the practice server misses no broadcast, and the practice page does as it is told. */
describe.concurrent('the practice manager', () => {
  let benches: PracticeBenches;
  beforeAll(async () => {
    benches = await PracticeBenches.start();
  });
  afterAll(() => benches.close());

  const transports: readonly Transport[] = [
    'xhr',
    'xhr-sync',
    'xhr-blob',
    'fetch',
    'fetch-request',
    'fetch-stream',
    'fetch-blob',
    'keepalive',
    'beacon',
    'form-post',
    'worker',
    'service-worker',
    'iframe-natives',
    'early-natives',
  ];

  test.for(['', 'csp=strict'])('counts what is sent by any transport (%s)', async (query, { expect }) => {
    const bench = await benches.open(query);
    const { page, server } = bench;
    for (const transport of transports) {
      server.reset();
      await page.evaluate(() => window.practiceManager.fill({ texts: ['本日15時から'] }));
      const end = await page.evaluate((by) => window.practiceManager.send(by), transport);
      expect(end, transport).toBe(transport === 'beacon' ? 'unknown' : 200);
      await expect.poll(() => acceptedBy(server), { ...patiently, message: transport }).toEqual([0, 0, 1]);
      const body = decodeURIComponent(server.deliveries[0]?.body ?? '');
      if (transport !== 'fetch-stream') expect(body, transport).toContain('"immediate":true');
      await page.evaluate(() => window.practiceManager.go('broadcast/create'));
    }
    benches.done(bench);
  });

  test('counts a broadcast whatever its path, method and body, unless it is clearly a draft', async ({
    expect,
  }) => {
    const bench = await benches.open('');
    const { page, server } = bench;
    const id = '@practice-line';
    const cases: readonly (readonly [string, string, string | null, RequestKind])[] = [
      ['POST', `/api/bots/${id}/broadcasts`, 'no JSON', 'delivery'],
      ['PUT', '/api/v9/bots/%40practice-line/broadcasts/v7/501093204', '{}', 'delivery'],
      ['PATCH', `/api/bots/${id}/broadcasts/v2/1`, '{"status":"LATER"}', 'delivery'],
      ['POST', `/api/bots/${id}/broadcasts/v2`, '{"status":"DRAFTED","immediate":true}', 'delivery'],
      ['POST', `/api/bots/${id}/broadcasts/drafts`, null, 'delivery'],
      ['POST', `/api/bots/${id}/broadcasts/v2#part`, '["DRAFTED"]', 'delivery'],
      ['POST', `/api/bots/${id}/broadcasts/v2`, '{"status":"DRAFT"}', 'draft'],
      ['DELETE', `/api/bots/${id}/broadcasts/501093204`, null, 'other'],
      ['GET', `/api/bots/${id}/broadcasts?status=SENT`, null, 'other'],
      ['POST', `/api/bots/${id}/message/test`, '{}', 'test'],
      ['POST', `/api/bots/${id}/chats`, '{}', 'other'],
    ];
    await page.evaluate(async (requests) => {
      for (const [method, address, body] of requests) await fetch(address, { method, body });
    }, cases);
    expect(server.requests.map(({ kind }) => kind)).toEqual(cases.map(([, , , kind]) => kind));
    benches.done(bench);
  });

  test('a refusing server counts attempts and no deliveries, until it is told otherwise', async ({
    expect,
  }) => {
    const bench = await benches.open('server=403');
    const { page, server } = bench;
    const send = async () => {
      await page.evaluate(() => window.practiceManager.fill({ texts: ['本日15時から'] }));
      return page.evaluate(() => window.practiceManager.send());
    };
    expect(await send()).toBe(403);
    server.setMode('500');
    expect(await send()).toBe(500);
    expect([server.attempts.length, server.deliveries.length]).toEqual([2, 0]);
    server.setMode('ok');
    expect(await send()).toBe(200);
    expect([server.attempts.length, server.deliveries.length]).toEqual([3, 1]);
    server.reset();
    expect([server.attempts.length, server.requests.length]).toEqual([0, 0]);
    benches.done(bench);
  });

  test.for([
    ['', 1796086800],
    ['zone=Asia/Bangkok', 1796094000],
    ['zone=Asia/Kolkata&when=checkbox', 1796099400],
  ] as const)('reserves for a date and time in its zone (%s)', async ([query, seconds], { expect }) => {
    const bench = await benches.open(query);
    const { page, server } = bench;
    await page.evaluate(() =>
      window.practiceManager.fill({ texts: ['年末のご予約'], when: { date: '2026-12-01', time: '10:00' } }),
    );
    await page.evaluate(() => window.practiceManager.send());
    const body = JSON.parse(server.deliveries[0]?.body ?? '');
    expect([body.status, body.immediate, body.scheduledDate]).toEqual(['SCHEDULED', false, seconds]);
    benches.done(bench);
  });

  test('Enter in a field of the form sends, and submitting by script goes past every dialog', async ({
    expect,
  }) => {
    const bench = await benches.open('form=form&confirm=direct');
    const { page, server } = bench;
    await page.evaluate(() => window.practiceManager.fill({ texts: ['本日'], audience: 'narrowed' }));
    await page.locator('input[name=audienceName]').press('Enter');
    await expect.poll(() => placeOf(page), patiently).toBe('list');
    expect(acceptedBy(server)).toEqual([0, 0, 1]);
    await page.evaluate(() => window.practiceManager.go('broadcast/create'));
    await page.evaluate(() => window.practiceManager.fill({ texts: ['本日'] }));
    await page.evaluate(() => window.practiceManager.submit('requestSubmit'));
    await expect.poll(() => placeOf(page), patiently).toBe('list');
    expect(acceptedBy(server)).toEqual([0, 0, 2]);
    await page.evaluate(() => window.practiceManager.go('broadcast/create'));
    await page.evaluate(() => window.practiceManager.submit('submit'));
    await page.waitForURL('**/api/**');
    expect(server.deliveries.at(-1)?.sentAs).toBe('document');
    expect(acceptedBy(server)).toEqual([0, 0, 3]);
    benches.done(bench);
  });

  test('opens drafts and copies with what was written in them', async ({ expect }) => {
    const bench = await benches.open('edit=put', broadcastUrl('', 'edit=put'));
    const { page, server } = bench;
    await page.getByText('下書き', { exact: true }).click();
    await page.getByText('週末のパン教室').click();
    await expect
      .poll(() => page.evaluate(() => window.practiceManager.state().texts.length), patiently)
      .toBe(1);
    await page.evaluate(() => window.practiceManager.send());
    expect(server.deliveries[0]?.method).toBe('PUT');
    expect(server.deliveries[0]?.path).toBe(`/api/bots/${BASIC_ID}/broadcasts/v2/${DRAFT_ID}`);
    await page.getByText('週末のパン教室').waitFor();
    await page.getByText('コピー').first().click();
    await expect
      .poll(() => page.evaluate(() => window.practiceManager.state().texts), patiently)
      .toEqual(['週末のパン教室のご案内です。残り3席になりました。']);
    expect(page.url()).toContain('from_copy=1');
    benches.done(bench);
  });

  test('nothing can be pressed while a request is under way', async ({ expect }) => {
    const bench = await benches.open('server=slow&elements=closed&confirm=direct');
    const { page, server } = bench;
    await page.evaluate(() => window.practiceManager.fill({ texts: ['本日'] }));
    await page.evaluate(() => {
      for (let presses = 0; presses < 30; presses += 1) window.practiceManager.press('send');
    });
    expect(await isFree(page)).toBe(false);
    expect(await page.evaluate(() => window.practiceManager.element('draft')?.matches(':disabled'))).toBe(
      true,
    );
    await expect.poll(() => placeOf(page), patiently).toBe('list');
    expect(acceptedBy(server)).toEqual([0, 0, 1]);
    benches.done(bench);
  });

  test('an empty message is not sent, and the page says why', async ({ expect }) => {
    const bench = await benches.open('');
    const { page, server } = bench;
    await page.evaluate(() => window.practiceManager.press('send'));
    const { error, place } = await page.evaluate(() => window.practiceManager.state());
    expect([error, place]).toEqual(['メッセージを入力してください。', 'create']);
    expect(server.requests).toEqual([]);
    benches.done(bench);
  });
});
