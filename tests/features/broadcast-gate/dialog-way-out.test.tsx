// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { GatePorts } from '../../../src/features/broadcast-gate/dialog/gate-ports.ts';
import {
  answerPeople,
  attemptOf,
  fakeGatePorts,
  inJapanese,
  openBench,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';

const REASON = '断水のお知らせを急ぐため';
const NEVER = { rule: 'never', contacts: ['店長 佐藤', '<b>本部</b>'] } as const;
const NAMED = { rule: 'reason-and-name', contacts: [] } as const;

async function bench(wayOut: unknown, isDraft = false, changed: Partial<GatePorts> = {}) {
  const ports = fakeGatePorts({ open: async () => sheetOf({ wayOut }), ...changed });
  const attempt = { ...attemptOf(), isDraft, source: isDraft ? 'lock' : 'request' } as const;
  const one = await openBench({ ports, attempt, afterwards: isDraft ? 'press-again' : 'goes-on' });
  return { ...one, ports };
}

describe('where there is no way out', () => {
  test('the dialog says so, and names whom to ask, as mere text', async () => {
    const { all, find } = await bench(NEVER);
    expect(all('#override, .disclosure')).toEqual([]);
    expect(find('.no-way-out h2').textContent).toBe(inJapanese('gateNoWayOut'));
    expect(all('.contacts li').map(({ textContent }) => textContent)).toEqual(['店長 佐藤', '<b>本部</b>']);
  });

  test('without names it sends to the supervisor', async () => {
    const { find } = await bench({ rule: 'never', contacts: [] });
    expect(find('.no-way-out').textContent).toContain(inJapanese('gateAskSupervisor'));
  });

  test('a stopped draft is asked like a broadcast, and goes when all is answered', async () => {
    const one = await bench(NEVER, true, { release: async () => ({ kind: 'released', seconds: 20 }) });
    expect(one.find('.no-way-out').textContent).toContain(inJapanese('gateNoWayOutDraft'));
    expect(one.final().textContent).toBe(inJapanese('gateDraftPassAct'));
    await answerPeople(one);
    await one.click(one.final());
    await one.pass(5_100);
    expect([one.ports.override.mock.calls.length, one.ports.release.mock.calls.length]).toEqual([0, 1]);
  });

  test('the worker has the last word: a rule that came meanwhile is shown', async () => {
    const override = async () =>
      ({ kind: 'refused', wayOut: { rule: 'never', contacts: ['佐藤'] } }) as const;
    const one = await bench({ rule: 'reason', contacts: [] }, false, { override });
    await one.click(one.find('.disclosure'));
    await one.type(one.find<HTMLInputElement>('#override-reason'), REASON);
    await one.click(one.find('#override .button'));
    await one.pass(5_100);
    expect(one.phase()).toBe('asking');
    expect(one.find('.contacts').textContent).toBe('佐藤');
    expect(one.text()).toContain(inJapanese('gateTroubleRefused'));
  });

  test('a worker that answers only then is believed too', async () => {
    const override = async () => ({ kind: 'refused', wayOut: { rule: 'never', contacts: [] } }) as const;
    const one = await bench(null, false, { open: async () => null, override });
    await one.click(one.find('.disclosure'));
    await one.type(one.find<HTMLInputElement>('#override-reason'), REASON);
    await one.click(one.find('#override .button'));
    await one.pass(5_100);
    expect(one.all('.disclosure')).toEqual([]);
    expect(one.find('.no-way-out h2').textContent).toBe(inJapanese('gateNoWayOut'));
  });
});

describe('where a name is asked for', () => {
  test('the way out is shut without one, and tells it to the worker', async () => {
    const one = await bench(NAMED);
    await one.click(one.find('.disclosure'));
    await one.type(one.find<HTMLInputElement>('#override-reason'), REASON);
    await one.click(one.find('#override .button'));
    expect(one.phase()).toBe('asking');
    expect(one.find('#override-nobody').textContent).toBe(inJapanese('gateOverridePersonMissing'));
    await one.type(one.find<HTMLInputElement>('#override-person'), '山田');
    await one.click(one.find('#override .button'));
    await one.pass(5_100);
    expect(one.ports.override.mock.calls).toEqual([[{ reason: REASON, person: '山田' }]]);
  });
});
