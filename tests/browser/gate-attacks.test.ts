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
import { showTable } from '../support/browser/attacks/kept-table.ts';
import { Lanes } from '../support/browser/attacks/lanes.ts';
import { PAGE_ATTACKS } from '../support/browser/attacks/page-attacks.ts';
import { PRESS_ATTACKS } from '../support/browser/attacks/press-attacks.ts';
import { SEND_ATTACKS } from '../support/browser/attacks/send-attacks.ts';
import { openExtension } from '../support/browser/launch-matta.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';

const BROWSERS = 3;
const table = new AttackTable([...SEND_ATTACKS, ...PRESS_ATTACKS, ...PAGE_ATTACKS, ...DIALOG_ATTACKS]);
const answered = { pages: 0, deliveries: 0, harmless: 0, lost: 0 };

/**
 * Switches that change what a script of the page writes, or can do. Elsewhere its requests come one on top of another, while
 * the checklist that the first has opened stays open.
 */
const REQUESTS = /^$|(?:^|&)(?:endpoint|at|immediateWord|capture|csp)=/;

/** With the table for docs/threat-model.md, every attack is tried on every page; that takes six minutes by itself. */
const IS_WHOLE = process.env['MATTA_TABLE'] === 'write';
/** Otherwise it is every second page, and each but the default one gets the eighth part of the presses, the tricks of pages and the attacks on the dialog, in turn. */
const SHARE = 8;
/** Of the ways to send it gets the fourth part. */
const SEND_SHARE = 4;

/** What only some pages can be attacked with is tried on each of them. */
function shareOf<T extends object>(attacks: readonly T[], page: number, share = SHARE): readonly T[] {
  const isWhole = IS_WHOLE || page === 0;
  return attacks.filter((attack, at) => isWhole || 'applies' in attack || at % share === page % share);
}

const PAGES = [{ name: 'as it is by default', query: '' }, ...MANAGER_VARIANTS]
  .filter((_, at) => IS_WHOLE || at % 2 === 0)
  .map((page, number) => ({ ...page, number }));

describe.concurrent('every way to send on every practice page', { timeout: 180_000 }, () => {
  let lanes: Lanes;
  beforeAll(async () => {
    lanes = await Lanes.start(BROWSERS, await withTestClock(openExtension));
  });
  afterAll(async () => {
    await lanes.close();
    const { pages, deliveries, harmless, lost } = answered;
    const summary = `Answered in full: ${deliveries} deliveries on ${pages} pages. Drafts and tests: ${harmless} sent, ${lost} lost.`;
    await showTable('attacks', `${table.asText()}\n\n${summary}`);
  });

  test.for(PAGES)(
    'nothing goes without an answered checklist, and one with it: $name',
    ({ query, number }, { expect }) =>
      lanes.use(async (bench) => {
        const faults: Faults = [];
        await bench.start(query);
        const trySends = REQUESTS.test(query) ? tryEach : tryTogether;
        await trySends(bench, shareOf(SEND_ATTACKS, number, SEND_SHARE), table, faults);
        await bench.renew();
        const harmless = await sendHarmless(bench, faults);
        await tryEach(bench, shareOf(PRESS_ATTACKS, number), table, faults);
        await tryEach(bench, shareOf(PAGE_ATTACKS, number), table, faults);
        await bench.reload();
        const unanswered = bench.arrived;
        const unchanged = await attackThenComplete(bench, table, faults, shareOf(DIALOG_ATTACKS, number));
        answered.pages += 1;
        answered.deliveries += bench.arrived - unanswered;
        answered.harmless += harmless.pressed;
        answered.lost += harmless.pressed - harmless.arrived;
        expect({ faults, unanswered, arrived: bench.arrived, harmless: harmless.arrived, unchanged }).toEqual(
          {
            faults: [],
            unanswered: 0,
            arrived: 1,
            harmless: harmless.pressed,
            unchanged: true,
          },
        );
      }),
  );
});
