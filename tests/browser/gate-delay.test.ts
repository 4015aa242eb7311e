import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broadcastUrl } from '../replica/addresses.ts';
import type { PracticeServer } from '../replica/manager/server/practice-server.ts';
import { showTable } from '../support/browser/attacks/kept-table.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { PracticeBenches } from '../support/browser/practice-benches.ts';

/** Pairs of one sample each with and without Matta, in turn, so that both meet the same moments of a busy machine. */
const PAIRS = 12;
const MOST_ADDED_MS = 50;

const HEAD = [
  '| page | what | pairs | median added, ms | largest single difference, ms |',
  '|---|---|---|---|---|',
];

interface Side {
  readonly page: Page;
  readonly server: PracticeServer;
}

/** Every way in which the page saves drafts and sends tests. */
const WAYS = [
  'transport=xhr',
  'transport=fetch',
  'transport=fetch-request',
  'transport=xhr-sync',
  'transport=xhr-blob',
  'transport=fetch-blob',
  'capture=yes',
  'draftPath=own&draftWord=DRAFT',
  'endpoint=v1&at=encoded',
];

describe('drafts and tests', { timeout: 60_000 }, () => {
  let matta: Matta;
  let without: PracticeBenches;
  const rows: string[] = [];
  beforeAll(async () => {
    [matta, without] = await Promise.all([launchMatta(), PracticeBenches.start()]);
  });
  afterAll(async () => {
    await Promise.all([matta.close(), without.close()]);
    await showTable('delays', [...HEAD, ...rows].join('\n'));
  });

  test.each(WAYS)('arrive, and no later than without Matta by more than 50 ms: %s', async (query) => {
    const plain = await without.open(query);
    const page = await matta.context.newPage();
    await page.goto(broadcastUrl('create', query));
    const gated = { page, server: matta.practice };
    for (const side of [plain, gated])
      await side.page.evaluate(() => window.practiceManager.fill({ texts: ['下書きです。'] }));
    for (const kind of ['draft', 'test'] as const) {
      const added: number[] = [];
      const [withMatta, usual]: [number[], number[]] = [[], []];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const [a, b] = [await wayOf(kind, plain), await wayOf(kind, gated)];
        usual.push(a);
        withMatta.push(b);
        added.push(b - a);
      }
      const delay = median(withMatta) - median(usual);
      const most = Math.max(...added);
      rows.push(`| \`${query}\` | ${kind} | ${PAIRS} | ${Math.round(delay)} | ${Math.round(most)} |`);
      expect(delay).toBeLessThanOrEqual(MOST_ADDED_MS);
    }
    await page.close();
    without.done(plain);
  });
});

/** From the page's press to the arrival at the server, ms. @throws when it does not arrive */
async function wayOf(kind: 'draft' | 'test', { page, server }: Side): Promise<number> {
  const list = () => (kind === 'draft' ? server.drafts : server.tests);
  const before = list().length;
  await page.waitForFunction(() => !window.practiceManager.state().busy);
  const pressedAt = await page.evaluate((name) => {
    const { practiceManager } = window;
    if (name === 'test') practiceManager.press('test');
    const now = performance.timeOrigin + performance.now();
    practiceManager.press(name === 'test' ? 'testConfirm' : 'draft');
    return now;
  }, kind);
  await expect.poll(() => list().length, { timeout: 5000, interval: 5 }).toBe(before + 1);
  return (list().at(-1)?.at ?? Number.NaN) - pressedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
