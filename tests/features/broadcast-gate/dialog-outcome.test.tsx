// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import {
  answerPeople,
  fakeGatePorts,
  inJapanese,
  openBench,
  outcomeShown,
  promised,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';

/** A dialog whose broadcast was just let go. */
async function released(seconds: number | null = null, contacts: readonly string[] = []) {
  const bench = await openBench({
    afterwards: seconds === null ? 'goes-on' : 'press-again',
    ports: fakeGatePorts({
      open: async () => sheetOf({ coolDownSeconds: 0, wayOut: { rule: 'reason', contacts } }),
      release: async () => ({ kind: 'released', seconds }),
    }),
  });
  await answerPeople(bench);
  await bench.click(bench.final());
  return bench;
}

describe('the outcome', () => {
  test.each([
    ['accepted', 200, 'gateAcceptedTitle'],
    ['reserved', 200, 'gateReservedTitle'],
  ] as const)('%s is said and goes after eight seconds', async (outcome, status, title) => {
    const { gate, pass, host } = await released();
    gate.showOutcome(outcome, status);
    expect(outcomeShown()?.title).toBe(inJapanese(title));
    await pass(7_900);
    expect(outcomeShown()).not.toBeNull();
    await pass(200);
    expect(outcomeShown()).toBeNull();
    expect(host.isConnected).toBe(false);
  });

  test.each([
    ['unknown', true],
    ['accepted', false],
  ] as const)('%s names whom to ask: %s', async (outcome, isNamed) => {
    const { gate } = await released(null, ['店長 佐藤', '本部\u202e']);
    gate.showOutcome(outcome, null);
    const line = inJapanese('gateContacts', '店長 佐藤、本部');
    expect(outcomeShown()?.texts.includes(line)).toBe(isNamed);
  });

  test.each([
    ['refused-by-server', 409, 'gateRefusedTitle', ['gateRefusedText']],
    ['unknown', null, 'gateUnknownTitle', ['gateUnknownText']],
  ] as const)('%s stays until it is closed', async (outcome, status, title, texts) => {
    const { gate, pass, host } = await released();
    gate.showOutcome(outcome, status);
    await pass(60_000);
    expect(outcomeShown()?.title).toBe(inJapanese(title));
    const number = status === null ? [] : [inJapanese('gateRefusedStatus', status)];
    expect(outcomeShown()?.texts).toEqual([...texts.map((key) => inJapanese(key)), ...number]);
    outcomeShown()?.close();
    expect(host.isConnected).toBe(false);
  });

  test('that comes before the release was answered is not lost', async () => {
    const { promise, resolve } = promised<{ kind: 'released'; seconds: null }>();
    const ports = fakeGatePorts({
      open: async () => sheetOf({ coolDownSeconds: 0 }),
      release: () => promise,
    });
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    bench.gate.showOutcome('accepted', 200);
    expect(outcomeShown()).toBeNull();
    resolve({ kind: 'released', seconds: null });
    await bench.pass(0);
    expect(outcomeShown()?.title).toBe(inJapanese('gateAcceptedTitle'));
  });

  test('that comes after the dialog was closed says nothing', async () => {
    const { gate } = await released();
    gate.close();
    gate.showOutcome('unknown', null);
    expect(document.querySelectorAll('matta-gate, matta-outcome')).toHaveLength(0);
  });
});

describe('the second press', () => {
  test('is asked for with the seconds that are left', async () => {
    const { pass } = await released(20);
    expect(outcomeShown()).toMatchObject({
      title: inJapanese('gatePressTitle'),
      texts: [inJapanese('gatePressText', 20)],
    });
    await pass(3_000);
    expect(outcomeShown()?.texts).toEqual([inJapanese('gatePressText', 17)]);
  });

  test('that does not come ends with the word that nothing was sent', async () => {
    const { pass } = await released(20);
    await pass(20_000);
    expect(outcomeShown()?.title).toBe(inJapanese('gateExpiredTitle'));
    await pass(60_000);
    expect(outcomeShown()?.title).toBe(inJapanese('gateExpiredTitle'));
  });

  test('that came gives way to its outcome', async () => {
    const { gate, pass } = await released(20);
    await pass(5_000);
    gate.showOutcome('reserved', 200);
    await pass(6_000);
    expect(outcomeShown()?.title).toBe(inJapanese('gateReservedTitle'));
    await pass(30_000);
    expect(outcomeShown()).toBeNull();
  });
});
