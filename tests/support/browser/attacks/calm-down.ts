import type { AttackBench } from './attack-bench.ts';

/** How a press or request was met. `silent`: by nothing that could be seen. */
export type Met = 'checklist' | 'delivered' | 'silent';

/** How long a page may need to get over a request that was refused, ms. */
const RECOVERY_MS = 400;
/** How long a checklist may need to go, ms. */
const GOING_MS = 5000;
/** How long an answer to a press may take, ms. */
const LOOKS_MS = 2500;
/** For how long the page looks at itself before it is asked whether something has arrived meanwhile, ms. */
const LOOK_MS = 100;
/** A page that goes elsewhere cannot be looked at; it is tried again after this time, ms. */
const LEAVING_MS = 15;

/**
 * Goes on as an operator would who has not noticed anything, and confirms what the page asks; until the checklist is there.
 * @param before how many broadcasts had arrived before the press
 */
export async function confirmUntilAsked(bench: AttackBench, before = bench.arrived): Promise<Met> {
  const end = performance.now() + LOOKS_MS;
  while (performance.now() < end) {
    if (bench.arrived > before) return 'delivered';
    const seen = await bench.page.evaluate(whatComes, LOOK_MS).catch(() => 'left' as const);
    if (seen === 'checklist') return 'checklist';
    if (seen === 'confirm') await bench.click('confirm');
    if (seen === 'left') await new Promise((resolve) => setTimeout(resolve, LEAVING_MS));
  }
  return 'silent';
}

/** Runs in the page, which asks itself far more often than it could be asked. Null when nothing has come in so many ms. */
async function whatComes(longest: number): Promise<'checklist' | 'confirm' | null> {
  const end = performance.now() + longest;
  do {
    // After a release the host stays, to say what became of it.
    if (document.querySelector('matta-gate:not([data-phase="released"])') !== null) return 'checklist';
    if (window.practiceManager.element('confirm') !== null) return 'confirm';
    await new Promise((resolve) => setTimeout(resolve, 10));
  } while (performance.now() < end);
  return null;
}

/** Goes back from whatever is open, so that the next attack finds the editor as the first one did. */
export async function calmDown(bench: AttackBench): Promise<void> {
  const { page } = bench;
  if ((await page.locator('matta-gate').count()) > 0) await page.keyboard.press('Escape');
  await page.evaluate(untilCalm, { goingMs: GOING_MS, recoveryMs: RECOVERY_MS }).catch(() => undefined);
  await bench.passTime();
}

/** Runs in the page: until nothing of Matta's is open, and then until the page waits for no answer. */
async function untilCalm(longest: { readonly goingMs: number; readonly recoveryMs: number }): Promise<void> {
  const until = async (ms: number, isSo: () => boolean) => {
    const end = performance.now() + ms;
    while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await until(longest.goingMs, () => document.querySelector('matta-gate') === null);
  await until(longest.recoveryMs, () => !window.practiceManager.state().busy);
}
