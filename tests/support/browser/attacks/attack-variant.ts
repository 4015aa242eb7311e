import type { Attack, DialogAttack } from './attack.ts';
import type { AttackBench } from './attack-bench.ts';
import { attackDialog } from './attack-dialog.ts';
import type { AttackTable } from './attack-table.ts';
import { calmDown, confirmUntilAsked } from './calm-down.ts';
import { completeBroadcast } from './complete-broadcast.ts';
import { isAsMade } from './same-body.ts';

/** What was found wrong, in words; empty when nothing was. */
export type Faults = string[];

/** Tries attacks one after another on the page that is open, going back from each checklist before the next. */
export async function tryEach(
  bench: AttackBench,
  attacks: readonly Attack[],
  table: AttackTable,
  faults: Faults,
): Promise<void> {
  for (const attack of attacks) {
    if (attack.applies?.(bench.switches) === false) continue;
    await bench.renew(attack.isByScript === true);
    const before = bench.arrived;
    let presses = await runAttack(attack, bench, faults);
    let met = await confirmUntilAsked(bench, before);
    if (met === 'silent' && attack.mayLeave !== true) {
      // Where buttons are replaced all the time, a press can fall between two of them.
      presses += await runAttack(attack, bench, faults);
      met = await confirmUntilAsked(bench, before);
    }
    await calmDown(bench);
    note(attack, presses, bench.arrived - before, table, faults);
    if (met === 'silent' && attack.mayLeave !== true) faults.push(`${attack.name}: no checklist`);
  }
}

/** Tries attacks one after another while the checklist that the first has opened stays there. */
export async function tryTogether(
  bench: AttackBench,
  attacks: readonly Attack[],
  table: AttackTable,
  faults: Faults,
): Promise<void> {
  await bench.renew();
  const fitting = attacks.filter(({ applies }) => applies?.(bench.switches) !== false);
  for (const attack of fitting) {
    const before = bench.arrived;
    const presses = await runAttack(attack, bench, faults);
    if (attack === fitting[0]) await confirmUntilAsked(bench, before);
    note(attack, presses, bench.arrived - before, table, faults);
  }
  await calmDown(bench);
  await bench.reload();
}

async function runAttack(attack: Attack, bench: AttackBench, faults: Faults): Promise<number> {
  try {
    return await attack.run(bench);
  } catch (error) {
    faults.push(`${attack.name}: ${String(error)}`);
    return 0;
  }
}

function note(
  { name }: Attack,
  presses: number,
  deliveries: number,
  table: AttackTable,
  faults: Faults,
): void {
  table.count(name, presses, deliveries);
  if (deliveries > 0) faults.push(`${name}: ${deliveries} delivered`);
}

/**
 * Answers the checklist, attacks it while only its last press is missing, and then presses. Answers whether what arrived is
 * what the page has made.
 */
export async function attackThenComplete(
  bench: AttackBench,
  table: AttackTable,
  faults: Faults,
  attacks: readonly DialogAttack[],
): Promise<boolean> {
  await completeBroadcast(bench, async () => {
    for (const attack of attacks) {
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
  return isAsMade(bench);
}

/** What became of drafts and tests. */
export interface HarmlessCount {
  readonly pressed: number;
  readonly arrived: number;
}

/**
 * Saves drafts and sends a test between two looks at the text. Pressed by script: each press is one, whatever moves meanwhile.
 * A button that still waits for the last answer takes none, so it is pressed until the page itself has sent something.
 */
export async function sendHarmless(bench: AttackBench, faults: Faults): Promise<HarmlessCount> {
  const { page } = bench;
  const before = harmlessArrived(bench);
  for (const parts of [['draft'], ['test', 'testConfirm'], ['draft']] as const) {
    await page.waitForFunction((names) => {
      const { state, element, press, requestLog } = window.practiceManager ?? {};
      if (state?.().busy !== false || element('send') === null) return false;
      const before = requestLog().length;
      for (const name of names) press(name);
      return requestLog().length > before;
    }, parts);
  }
  await page.waitForFunction(() => window.practiceManager?.state().busy === false);
  const arrived = harmlessArrived(bench) - before;
  const log = await page.evaluate(() => window.practiceManager.requestLog());
  if (arrived !== 3) faults.push(`drafts and tests: ${JSON.stringify(log.slice(-3))}`);
  return { pressed: 3, arrived };
}

function harmlessArrived({ server }: AttackBench): number {
  return server.requests.filter(({ kind }) => kind === 'draft' || kind === 'test').length;
}
