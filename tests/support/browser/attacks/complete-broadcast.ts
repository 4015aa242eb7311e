import { answerChecklist, checklist, pressFinal } from '../answer-checklist.ts';
import { type AttackBench, PATIENCE_MS } from './attack-bench.ts';
import { confirmUntilAsked } from './calm-down.ts';

/** More would mean that an answered checklist counts for nothing. */
const MOST_CHECKLISTS = 3;
const MOST_PRESSES = 6;
/** A press that counts shows within this time, ms. */
const PRESS_SHOWS_MS = 400;
/** A held request that goes on arrives within this time, ms; another has to be pressed again. */
const GOES_ON_MS = 1000;
const LOOK_EVERY_MS = 15;

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
  for (let checklists = 0; checklists <= MOST_CHECKLISTS; checklists += 1) {
    await bench.click('send');
    if ((await confirmUntilAsked(bench, before)) === 'delivered') return;
    const source = await checklist(bench.page).getAttribute('data-source');
    await answerAll(bench, source);
    if (checklists === 0) await answered();
    await pressUntilReleased(bench);
    if (source === 'request' && (await hasArrived(bench, before))) return;
    await bench.passTime();
  }
  throw new NotDelivered(`after ${MOST_CHECKLISTS} checklists`);
}

/**
 * Answers what is asked. On a busy machine the dialog may not have been seen for long enough when an answer is given, which
 * then does not count; so a person would give it once more.
 */
export async function answerAll(bench: AttackBench, source: string | null): Promise<void> {
  const answers = bench.right(source);
  await answerChecklist(bench.page, answers).catch(() => answerChecklist(bench.page, answers));
}

/** Presses the last button until that counts: after an attack the dialog has to be seen for a while first. */
export async function pressUntilReleased({ page }: AttackBench): Promise<void> {
  const hasLeft = (phases: string, timeout: number) =>
    page.waitForFunction(
      (names) => {
        const phase = document.querySelector('matta-gate')?.getAttribute('data-phase') ?? '';
        return !names.split(' ').includes(phase);
      },
      phases,
      { timeout },
    );
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    // A press that has counted is still being looked at, and its button cannot be pressed meanwhile, or is gone.
    await pressFinal(page, PRESS_SHOWS_MS).catch(() => undefined);
    const isCounted = await hasLeft('asking', PRESS_SHOWS_MS).catch(() => null);
    if (isCounted !== null) break;
  }
  await hasLeft('asking cooling checking', 2 * PATIENCE_MS);
}

async function hasArrived(bench: AttackBench, before: number): Promise<boolean> {
  const end = performance.now() + GOES_ON_MS;
  while (bench.arrived === before && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return bench.arrived > before;
}
