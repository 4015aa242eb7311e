import { afterAll, beforeAll, describe, test } from 'vitest';
import { AttackTable } from '../support/browser/attacks/attack-table.ts';
import { calmDown } from '../support/browser/attacks/calm-down.ts';
import { showTable } from '../support/browser/attacks/kept-table.ts';
import { Lanes } from '../support/browser/attacks/lanes.ts';
import { TRICKS } from '../support/browser/attacks/tricks.ts';
import { openExtension } from '../support/browser/launch-matta.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';

const BROWSERS = 3;
const table = new AttackTable(TRICKS);
const LATE_MS = 150;

/** What takes an answered checklist, time or another page, on chosen practice pages. */
describe.concurrent('with one answer', { timeout: 120_000 }, () => {
  let lanes: Lanes;
  beforeAll(async () => {
    lanes = await Lanes.start(BROWSERS, await withTestClock(openExtension));
  });
  afterAll(async () => {
    await lanes.close();
    await showTable('answered', table.asText());
  });

  test.for(TRICKS.flatMap((trick) => trick.queries.map((query) => ({ ...trick, query }))))(
    'no more goes than was answered for: $name, $query',
    ({ name, query, run }, { expect }) =>
      lanes.use(async (bench) => {
        await bench.start(query);
        const { presses, allowed } = await run(bench);
        await expect.poll(() => bench.arrived, { timeout: 5000 }).toBeGreaterThanOrEqual(allowed);
        // One too many would come at about the same time; and nothing of this may open a checklist on the next page.
        await calmDown(bench);
        await bench.page.waitForTimeout(LATE_MS);
        table.count(name, presses, Math.max(0, bench.arrived - allowed));
        expect(bench.arrived).toBe(allowed);
      }),
  );
});
