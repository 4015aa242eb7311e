import type { AttackBench } from './attack-bench.ts';

/** How a press or request was met. `silent`: nothing of Matta's was to be seen. */
export type Met = 'checklist' | 'silent';

/** How long a page may need to get over a request that was refused, ms, before it is simply loaded anew. */
const RECOVERY_MS = 400;
const LOOKS_MS = 2500;

/**
 * Goes on as an operator would who has not noticed anything: confirms what the page asks. Then waits for the checklist.
 */
export async function confirmUntilAsked(bench: AttackBench): Promise<Met> {
  const { page } = bench;
  for (let asked = 0; asked < 2; asked += 1) {
    const seen = await page
      .waitForFunction(
        () => {
          if (document.querySelector('matta-gate') !== null) return 'checklist';
          return window.practiceManager?.element('confirm') ? 'confirm' : null;
        },
        null,
        { timeout: LOOKS_MS },
      )
      .then((handle) => handle.jsonValue())
      .catch(() => null);
    if (seen === 'checklist') return 'checklist';
    if (seen === null) return 'silent';
    await bench.click('confirm');
  }
  return 'silent';
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
  const isFree = await page
    .waitForFunction(
      () => {
        const { busy, place } = window.practiceManager.state();
        return (
          !busy && (place === 'create' || place === 'edit') && document.querySelector('matta-gate') === null
        );
      },
      null,
      { timeout: RECOVERY_MS },
    )
    .then(() => true)
    .catch(() => false);
  if (isFree) await bench.passTime();
  else bench.wearOut();
}
