import { afterAll, beforeAll, expect, test } from 'vitest';
import { broadcastUrl } from '../replica/addresses.ts';
import { checklistIn } from '../support/browser/answer-checklist.ts';
import { fuzz } from '../support/browser/hooks/page-fuzz.ts';
import { BROADCAST_BODY, COMMIT } from '../support/browser/hooks/page-tools.ts';
import { setLock } from '../support/browser/hooks/set-lock.ts';
import { hookedExtension } from '../support/browser/hooks/two-browsers.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { collectErrors } from '../support/browser/page-errors.ts';

let matta: Matta;
beforeAll(async () => {
  matta = await launchMatta({ dist: hookedExtension });
});
afterAll(() => matta.close());

test.each([
  { count: 10_000, atOnce: 200, lock: 'off' },
  { count: 1_000, atOnce: 25, lock: 'enforce' },
] as const)(
  'of $count odd requests no broadcast goes out, every draft arrives, the page has no error (lock: $lock)',
  {
    timeout: 120_000,
  },
  async ({ count, atOnce, lock }) => {
    matta.practice.reset();
    await setLock(matta, lock);
    const page = await matta.context.newPage();
    const errors = collectErrors(page);
    await page.goto(broadcastUrl('create'));
    // The first waits for its checklist; all that come after it fail.
    await page.evaluate(([url, body]) => void fetch(url, { method: 'POST', body }).catch(() => 0), [
      COMMIT,
      BROADCAST_BODY,
    ] as const);
    await checklistIn(page, 'asking');
    const result = await page.evaluate(fuzz, { seed: 20_261_123, count, atOnce, commit: COMMIT });
    expect(result.sent + result.refused).toBe(count);
    expect(result.drafts.length).toBeGreaterThan(count / 80);
    const { deliveries, drafts } = matta.practice;
    expect(deliveries).toEqual([]);
    // A few others are drafts by chance.
    const marks = drafts.flatMap(({ body }) => (body === null ? [] : (JSON.parse(body).mark ?? [])));
    expect(marks.toSorted()).toEqual(result.drafts.toSorted());
    expect(errors).toEqual([]);
    expect(await page.locator('matta-gate').count()).toBe(1);
    await page.close();
  },
);
