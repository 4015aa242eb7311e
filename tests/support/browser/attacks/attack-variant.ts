import type { Attack } from './attack.ts';
import type { AttackBench } from './attack-bench.ts';
import { attackDialog } from './attack-dialog.ts';
import type { AttackTable } from './attack-table.ts';
import { calmDown, confirmUntilAsked } from './calm-down.ts';
import { completeBroadcast } from './complete-broadcast.ts';
import { DIALOG_ATTACKS } from './dialog-attacks.ts';

/** What was found wrong, in words; empty when nothing was. */
export type Faults = string[];

/** Tries attacks one after another on the page that is open, and writes down what each came to. */
export async function tryAttacks(
  bench: AttackBench,
  attacks: readonly Attack[],
  table: AttackTable,
  faults: Faults,
): Promise<void> {
  for (const attack of attacks) {
    if (attack.applies?.(bench.switches) === false) continue;
    if (attack.opensPage !== true) await bench.renew();
    const before = bench.arrived;
    const presses = await attack.run(bench).catch((error: unknown) => {
      faults.push(`${attack.name}: ${String(error).slice(0, 300)}`);
      return 0;
    });
    const met = await confirmUntilAsked(bench);
    await calmDown(bench);
    const deliveries = bench.arrived - before;
    table.count(attack.name, presses, deliveries);
    if (deliveries > 0) faults.push(`${attack.name}: ${deliveries} delivered`);
    if (met === 'silent') faults.push(`${attack.name}: no checklist`);
  }
}

/** Answers the checklist, attacks it while only its last press is missing, and then presses. */
export async function attackThenComplete(
  bench: AttackBench,
  table: AttackTable,
  faults: Faults,
): Promise<void> {
  await completeBroadcast(bench, async () => {
    for (const attack of DIALOG_ATTACKS) {
      const before = bench.arrived;
      const { presses, fault } = await attackDialog(bench, attack);
      const deliveries = bench.arrived - before;
      table.count(attack.name, presses, deliveries);
      if (fault !== null) faults.push(`${attack.name}: ${fault}`);
      const phase = await bench.page
        .locator('matta-gate')
        .getAttribute('data-phase')
        .catch(() => 'none');
      if (deliveries > 0 || phase !== 'asking')
        faults.push(`${attack.name}: ${phase}, ${deliveries} delivered`);
    }
  });
}

/** What became of drafts and tests. */
export interface HarmlessCount {
  readonly pressed: number;
  readonly arrived: number;
}

/** Saves drafts and sends a test, as an operator does between two looks at the text. */
export async function sendHarmless(bench: AttackBench): Promise<HarmlessCount> {
  const { page, server } = bench;
  const before = harmlessArrived(bench);
  for (const parts of [['draft'], ['test', 'testConfirm'], ['draft']] as const) {
    for (const part of parts) {
      await page.waitForFunction((name) => window.practiceManager?.element(name) ?? false, part);
      await bench.click(part);
    }
    await page.waitForFunction(() => {
      const { busy, place } = window.practiceManager.state();
      return !busy && place !== 'test' && window.practiceManager.element('send') !== null;
    });
  }
  void server;
  return { pressed: 3, arrived: harmlessArrived(bench) - before };
}

function harmlessArrived({ server }: AttackBench): number {
  return server.requests.filter(({ kind }) => kind === 'draft' || kind === 'test').length;
}
