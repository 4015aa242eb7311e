import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateVerbs } from '../../../../src/messaging/gate-protocol.ts';
import { journalVerbs } from '../../../../src/messaging/journal-protocol.ts';
import { BAKERY, basicId } from '../../../support/broadcasts.ts';
import { attemptOf, FRAME, GateBench, TOP } from '../../../support/gate-bench.ts';

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});
const settings = (account = BAKERY, name: string | null = 'パン屋') =>
  bench.gate.answers.gateSettings({ account, name }, TOP);

describe('a manager’s page', () => {
  it('works with the settings in force', async () => {
    bench.setGate({ button: 'off', lock: 'observe' });
    const answer = await settings();
    expect(v.safeParse(gateVerbs.gateSettings.answer, answer).issues).toBeUndefined();
    expect(answer).toEqual({
      network: 'enforce',
      lock: 'observe',
      button: 'off',
      texts: null,
      sendLabels: [],
      anchors: {},
    });
  });

  it('has its account remembered, with the latest name, fifty at most', async () => {
    await settings(BAKERY, 'パン');
    for (let n = 0; n < 49; n++) await settings(basicId(`@shop${n}`));
    await settings(BAKERY, 'パン屋');
    await settings(basicId('@last'), 'x');
    await settings(basicId('@nameless'), null);
    const known = bench.local.peek('known-managers');
    expect(known).toHaveLength(50);
    expect(known).toContainEqual({ id: '@bakery', name: 'パン屋' });
    expect(JSON.stringify(known)).not.toMatch(/@shop0"|nameless/);
  });

  it('teaches labels of buttons that send, twenty at most, each once', async () => {
    for (let n = 0; n < 25; n++) await bench.gate.answers.learnSendLabel({ label: `送る${n}` }, FRAME);
    await bench.gate.answers.learnSendLabel({ label: '送る24' }, FRAME);
    const { sendLabels } = await settings();
    expect([sendLabels.length, sendLabels.at(0), sendLabels.at(-1)]).toEqual([20, '送る5', '送る24']);
  });

  it('may have a checklist opened by a frame inside it, and by nobody else', async () => {
    const attempt = attemptOf();
    await bench.gate.answers.askInPage({ attempt }, FRAME);
    expect(bench.told).toEqual([{ push: 'ask-for', attempt, ageMs: expect.any(Number) }]);
    await expect(bench.gate.answers.askInPage({ attempt }, TOP)).rejects.toThrow('nobody');
    const elsewhere = { kind: 'manager', tabId: 8, isTop: false } as const;
    await expect(bench.gate.answers.askInPage({ attempt }, elsewhere)).rejects.toThrow();
    expect(bench.told).toHaveLength(1);
  });

  it('tells what a layer that only observes would have held, once', async () => {
    const seen = { attempt: attemptOf(), layer: 'button' } as const;
    await bench.gate.answers.observed(seen, TOP);
    await bench.gate.answers.observed(seen, TOP);
    expect(bench.journal.drafts).toMatchObject([
      { account: '@bakery', event: { kind: 'observed', layer: 'button' } },
    ]);
  });

  it('is remembered no test beyond the last fifty', async () => {
    for (let n = 0; n < 60; n++) {
      const { broadcast } = attemptOf();
      await bench.gate.answers.testSeen({ broadcast: { ...broadcast, account: basicId(`@shop${n}`) } }, TOP);
    }
    expect(bench.session.peek('gate-tests')).toHaveLength(50);
    expect(JSON.stringify(bench.session.peek('gate-tests'))).not.toContain('冬');
  });
});

describe('the journal', () => {
  it('is shown to our own pages, newest first, and given away oldest first with its head', async () => {
    await bench.gate.answers.openAttempt({ attempt: attemptOf(), changes: [] }, TOP);
    const page = await bench.gate.answers.journalPage({ before: null, limit: 10 }, { kind: 'page' });
    expect(v.safeParse(journalVerbs.journalPage.answer, page).issues).toBeUndefined();
    expect(page.entries.map(({ seq }) => seq)).toEqual([2, 1]);
    const exported = await bench.gate.answers.journalExport({ from: 1, limit: 10 }, { kind: 'page' });
    expect(exported.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(exported.head).toMatchObject({ seq: 2 });
  });
});
