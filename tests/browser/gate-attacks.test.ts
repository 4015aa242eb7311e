import { afterAll, beforeAll, describe, test } from 'vitest';
import { MANAGER_VARIANTS } from '../replica/manager/switches.ts';
import { AttackTable } from '../support/browser/attacks/attack-table.ts';
import {
  attackThenComplete,
  type Faults,
  sendHarmless,
  tryEach,
  tryTogether,
} from '../support/browser/attacks/attack-variant.ts';
import { DIALOG_ATTACKS } from '../support/browser/attacks/dialog-attacks.ts';
import { Lanes } from '../support/browser/attacks/lanes.ts';
import { PAGE_ATTACKS } from '../support/browser/attacks/page-attacks.ts';
import { PRESS_ATTACKS } from '../support/browser/attacks/press-attacks.ts';
import { SEND_ATTACKS } from '../support/browser/attacks/send-attacks.ts';
import { openExtension } from '../support/browser/launch-matta.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';

const table = new AttackTable([...SEND_ATTACKS, ...PRESS_ATTACKS, ...PAGE_ATTACKS, ...DIALOG_ATTACKS]);

/** Switches that change what a script of the page has to write or can do; elsewhere its requests come one on top of another. */
const REQUESTS = /^$|(?:^|&)(?:endpoint|at|immediateWord|capture|csp)=/;

describe.concurrent('every way to send on every practice page', { timeout: 180_000 }, () => {
  let lanes: Lanes;
  beforeAll(async () => {
    lanes = await Lanes.start(
      Number(process.env['LANES'] ?? 3),
      await withTestClock(process.env['MATTA_DIST'] ?? openExtension),
    );
  });
  afterAll(async () => {
    await lanes.close();
    console.log(`\n${table.asText()}\n`);
  });

  test.for([{ name: 'as it is by default', query: '' }, ...MANAGER_VARIANTS])(
    'nothing goes without a checklist, one goes with it: $name',
    ({ query }, { expect }) =>
      lanes.use(async (bench) => {
        const faults: Faults = [];
        const t: number[] = [performance.now()];
        const lap = () => t.push(performance.now());
        await bench.start(query);
        lap();
        await (REQUESTS.test(query) ? tryEach : tryTogether)(bench, SEND_ATTACKS, table, faults);
        lap();
        await bench.renew();
        const harmless = await sendHarmless(bench);
        lap();
        await tryEach(bench, PRESS_ATTACKS, table, faults);
        lap();
        await tryEach(bench, PAGE_ATTACKS, table, faults);
        lap();
        expect(faults).toEqual([]);
        expect(bench.arrived).toBe(0);
        expect(harmless.arrived).toBe(harmless.pressed);
        await bench.reload();
        await attackThenComplete(bench, table, faults);
        lap();
        console.log(
          query,
          t
            .slice(1)
            .map((x, i) => Math.round(x - (t[i] ?? 0)))
            .join(' '),
        );
        expect(faults).toEqual([]);
        expect(bench.arrived).toBe(1);
      }),
  );
});
