import type { AttackBench } from './attack-bench.ts';

/** How a press or request was met. `silent`: by nothing that could be seen. */
export type Met = 'checklist' | 'delivered' | 'silent';

/** How long a page may need to get over a request that was refused, ms. */
const RECOVERY_MS = 400;
/** How long an answer to a press may take, ms. */
const LOOKS_MS = 2500;
const LOOK_EVERY_MS = 15;

/**
 * Goes on as an operator would who has not noticed anything, and confirms what the page asks; until the checklist is there.
 * @param before how many broadcasts had arrived before the press
 */
export async function confirmUntilAsked(bench: AttackBench, before = bench.arrived): Promise<Met> {
  const end = performance.now() + LOOKS_MS;
  while (performance.now() < end) {
    if (bench.arrived > before) return 'delivered';
    const seen = await bench.page.evaluate(whatIsShown).catch(() => null);
    if (seen === 'checklist') return 'checklist';
    if (seen === 'confirm') await bench.click('confirm');
    else await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return 'silent';
}

/** Runs in the page. */
function whatIsShown(): 'checklist' | 'confirm' | null {
  // After a release the host stays, to say what became of it.
  if (document.querySelector('matta-gate:not([data-phase="released"])') !== null) return 'checklist';
  return window.practiceManager.element('confirm') === null ? null : 'confirm';
}

/** Goes back from whatever is open, so that the next attack finds the editor as the first one did. */
export async function calmDown(bench: AttackBench): Promise<void> {
  const { page } = bench;
  if ((await page.locator('matta-gate').count()) > 0) {
    await page.keyboard.press('Escape');
    await page
      .locator('matta-gate')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
  }
  await page
    .waitForFunction(() => !window.practiceManager?.state().busy, null, { timeout: RECOVERY_MS })
    .catch(() => undefined);
  await bench.passTime();
}
