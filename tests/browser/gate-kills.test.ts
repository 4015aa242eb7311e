import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { readEntry, verifyChain } from '../../src/domain/journal/chain.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { broadcastUrl } from '../replica/addresses.ts';
import { answerChecklist, checklist, pressFinal } from '../support/browser/answer-checklist.ts';
import { useGatePolicy } from '../support/browser/gate-policy.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';
import { killWorker } from '../support/browser/worker-control.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
/** Broadcasts that are on their way at the same time, in how many browsers, and how often the worker of each is stopped meanwhile. */
const TABS = 5;
const BROWSERS = 3;
const KILLS = 17;
/** From the press to the outcome, a broadcast takes about as long. */
const SPAN_MS = 6_000;
const RIGHT = { account: '@practice-line', people: 300, when: { weekday: 6, time: '10:00' } } as const;

describe.concurrent('the worker is stopped at fifty-one random moments between press and outcome', {
  timeout: 180_000,
}, () => {
  const moments = fc.sample(fc.array(fc.nat(SPAN_MS), { minLength: KILLS, maxLength: KILLS }), {
    numRuns: BROWSERS,
    seed: 20_261_123,
  });
  test.for(moments.map((kills, browser) => ({ kills, browser })))(
    'never a delivery without a pass, never a lost entry: browser $browser',
    async ({ kills }, { expect, onTestFinished }) => {
      const matta = await launchMatta({ dist: openExtension });
      onTestFinished(() => matta.close());
      await useGatePolicy(matta, { coolDownSeconds: 1 });
      const pages = await Promise.all(Array.from({ length: TABS }, () => matta.context.newPage()));
      const flows = pages.map(sendOne);
      await Promise.all([...kills.map((ms) => killAfter(ms, matta)), ...flows]);
      const seen: readonly Seen[] = await Promise.all(flows);
      const entries = await storedJournal(matta);
      const verdict = await verifyChain(entries, null, sha256);
      expect(verdict).toMatchObject({ kind: 'whole', gaps: [] });
      const journal = entries.map((entry) => readEntry(entry)).filter((entry) => entry !== null);
      const delivered = matta.practice.deliveries.map(({ body }) => numberIn(body ?? ''));
      console.log(`${KILLS} kills, ${delivered.length} of ${seen.length} broadcasts delivered`);
      expect(new Set(delivered).size).toBe(delivered.length);
      for (const number of delivered)
        expect(kindsOf(journal, number), `broadcast ${number}`).toContain('released');
      for (const { number, answered } of seen) {
        const written = journal.filter(
          ({ event, attempt }) => event.kind === 'answered' && attempt === attemptOf(journal, number),
        );
        const items = written.map(({ event }) => (event.kind === 'answered' ? event.item : ''));
        expect(items, `answers of broadcast ${number}`).toEqual(expect.arrayContaining([...answered]));
      }
      // Most of them come through: a test in which nothing is ever sent would say nothing.
      expect(delivered.length).toBeGreaterThan(seen.length / 2);
    },
  );
});

/** What an operator saw of one broadcast: the items that were said to be right. */
interface Seen {
  readonly number: number;
  readonly answered: readonly string[];
}

/** Writes a broadcast of its own length, answers, and sends. Gives up where the dialog does not let it go on. */
async function sendOne(page: Page, number: number): Promise<Seen> {
  await page.goto(broadcastUrl('create', 'confirm=direct&header=yes'));
  const text = `パンの会からのお知らせ 第${number}号です。${'★'.repeat(number)}`;
  await page.evaluate(
    ([written]) => {
      window.practiceManager.fill({
        texts: [written ?? ''],
        people: 300,
        when: { date: '2026-12-05', time: '10:00' },
      });
      window.practiceManager.send();
    },
    [text],
  );
  const answered = new Set<string>();
  for (let attempt = 0; attempt < 4; attempt += 1) {
    if (await tryOnce(page, answered)) break;
  }
  return { number, answered: [...answered] };
}

async function tryOnce(page: Page, answered: Set<string>): Promise<boolean> {
  page.setDefaultTimeout(4_000);
  try {
    const retry = checklist(page).getByRole('button', { name: t('gateRetry') });
    if (await retry.isVisible()) await retry.click();
    await answerChecklist(page, RIGHT);
    const right = checklist(page).locator('.item[data-state="right"]');
    for (const item of await right.evaluateAll((all) => all.map((one) => one.getAttribute('data-item'))))
      if (item !== null) answered.add(item);
    await pressFinal(page);
    await page
      .locator('matta-gate[data-phase="released"], matta-gate[data-phase="cooling"]')
      .waitFor({ state: 'attached' });
    await page.locator('matta-gate[data-phase="released"]').waitFor({ state: 'attached' });
    return true;
  } catch {
    return false;
  }
}

async function killAfter(ms: number, matta: Matta): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  await killWorker(matta);
}

function numberIn(text: string): number {
  return Number(/第(\d+)号/.exec(text)?.[1] ?? -1);
}

/** Attempts are told apart by the number of stars in their texts. */
function attemptOf(journal: readonly Entry[], number: number): string | null {
  const letters = `パンの会からのお知らせ 第${number}号です。`.length + number;
  const found = journal.find(
    ({ event }) => event.kind === 'attempted' && event.broadcast.letters === letters,
  );
  return found?.attempt ?? null;
}

function kindsOf(journal: readonly Entry[], number: number): readonly string[] {
  const attempt = attemptOf(journal, number);
  return journal.filter((entry) => entry.attempt === attempt).map(({ event }) => event.kind);
}
