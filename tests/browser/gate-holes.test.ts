import { describe, type TestContext, test } from 'vitest';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { AttackTable } from '../support/browser/attacks/attack-table.ts';
import { type Faults, tryTogether } from '../support/browser/attacks/attack-variant.ts';
import { PRESS_ATTACKS } from '../support/browser/attacks/press-attacks.ts';
import { SEND_ATTACKS } from '../support/browser/attacks/send-attacks.ts';
import { useGatePolicy } from '../support/browser/gate-policy.ts';
import { launchMatta, openExtension } from '../support/browser/launch-matta.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';
import { type GatePart, withoutGate } from '../support/browser/without-gate.ts';

/** What no script in the page can see: the lock alone stands before it. */
const UNSEEN = /worker|sandboxed frame|the same, synchronously/;
/** Longer than the worker takes to tell a page its settings, ms. */
const SETTINGS_MS = 1_000;
const QUERIES = ['confirm=direct&transport=fetch'];

/** The same attacks on builds with parts of the gate missing: each layer holds alone, and a hole is seen. */
describe.concurrent('the table of attacks', { timeout: 120_000 }, () => {
  /** The names of the attacks that brought a broadcast to the server. */
  async function holes(
    missing: readonly GatePart[],
    query: string,
    onEnd: TestContext['onTestFinished'],
  ): Promise<readonly string[]> {
    const matta = await launchMatta({ dist: await withTestClock(await withoutGate(openExtension, missing)) });
    onEnd(() => matta.close());
    // The listener for presses would hide what the two others do.
    await useGatePolicy(matta, { button: 'off' });
    const bench = await AttackBench.open(matta);
    await bench.start(query);
    const table = new AttackTable([...SEND_ATTACKS, ...PRESS_ATTACKS]);
    const faults: Faults = [];
    for (const attack of SEND_ATTACKS) await tryTogether(bench, [attack], table, faults);
    await bench.renew();
    // Until the page has its settings, presses are held.
    await bench.page.waitForTimeout(SETTINGS_MS);
    await tryTogether(bench, PRESS_ATTACKS.slice(0, 1), table, faults);
    return table.rows.filter(({ deliveries }) => deliveries > 0).map(({ name }) => name);
  }

  test.for(QUERIES)(
    'sees none where only the script in the page is missing: %s',
    async (query, { expect, onTestFinished }) => {
      expect(await holes(['network-gate'], query, onTestFinished)).toEqual([]);
    },
  );

  test.for(QUERIES)(
    'sees none but by workers and foreign methods where only the lock is missing: %s',
    async (query, { expect, onTestFinished }) => {
      const found = await holes(['lock'], query, onTestFinished);
      expect(found.filter((name) => !UNSEEN.test(name))).toEqual([]);
      expect(found).toEqual(SEND_ATTACKS.map(({ name }) => name).filter((name) => UNSEEN.test(name)));
    },
  );

  test('sees every hole where both are missing', async ({ expect, onTestFinished }) => {
    const found = await holes(['network-gate', 'lock'], 'confirm=direct', onTestFinished);
    expect(found).toEqual([...SEND_ATTACKS.map(({ name }) => name), 'mouse']);
  });
});
