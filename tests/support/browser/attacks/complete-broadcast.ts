import { answerChecklist, checklist, pressFinal } from '../answer-checklist.ts';
import { type AttackBench, PATIENCE_MS } from './attack-bench.ts';
import { confirmUntilAsked } from './calm-down.ts';

/** More would mean that an answered checklist counts for nothing. */
const MOST_CHECKLISTS = 3;
const NOTICED_MS = 450;

/** The broadcast did not go although its checklist was answered. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

/**
 * Sends as an operator does: presses 配信, answers the checklist with mouse and keys, and presses once more where that is
 * asked for. Resolves when a broadcast has arrived at the server.
 * @param answered is called when only the last press of the checklist is missing
 */
export async function completeBroadcast(
  bench: AttackBench,
  answered: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = bench.arrived;
  await bench.click('send');
  for (let checklists = 0; checklists < MOST_CHECKLISTS; checklists += 1) {
    if ((await confirmUntilAskedOrGone(bench, before)) === 'arrived') return;
    const source = await checklist(bench.page).getAttribute('data-source');
    await answerChecklist(bench.page, bench.right);
    if (checklists === 0) await answered();
    await pressUntilReleased(bench);
    if (source === 'request' && (await hasArrived(bench, before, 1000))) return;
    await bench.passTime();
    await bench.click('send');
  }
  throw new NotDelivered(`after ${MOST_CHECKLISTS} checklists`);
}

async function pressUntilReleased({ page }: AttackBench): Promise<void> {
  for (let presses = 0; presses < 4; presses += 1) {
    await page.waitForTimeout(NOTICED_MS);
    await pressFinal(page);
    const isDone = await page
      .waitForFunction(
        () => document.querySelector<HTMLElement>('matta-gate')?.dataset['phase'] !== 'asking',
        null,
        {
          timeout: 1500,
        },
      )
      .then(() => true)
      .catch(() => false);
    if (isDone) break;
  }
  await page.waitForFunction(
    () =>
      !/asking|cooling|checking/.test(
        document.querySelector<HTMLElement>('matta-gate')?.dataset['phase'] ?? '',
      ),
    null,
    { timeout: 2 * PATIENCE_MS },
  );
}

async function confirmUntilAskedOrGone(bench: AttackBench, before: number): Promise<'asked' | 'arrived'> {
  const phase = await bench.page
    .locator('matta-gate')
    .getAttribute('data-phase', { timeout: 50 })
    .catch(() => null);
  if (phase !== 'released') {
    const met = await confirmUntilAsked(bench);
    if (met === 'silent' && (await hasArrived(bench, before, PATIENCE_MS))) return 'arrived';
    return 'asked';
  }
  await bench.page
    .waitForFunction(() => window.practiceManager?.element('confirm') ?? null, null, { timeout: 600 })
    .then(() => bench.click('confirm'))
    .catch(() => false);
  return (await hasArrived(bench, before, PATIENCE_MS)) ? 'arrived' : 'asked';
}

async function hasArrived(bench: AttackBench, before: number, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (bench.arrived > before) return true;
    const phase = await bench.page
      .evaluate(() => document.querySelector<HTMLElement>('matta-gate')?.dataset['phase'] ?? '')
      .catch(() => '');
    if (phase === 'asking' || phase === 'checking') return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return bench.arrived > before;
}
