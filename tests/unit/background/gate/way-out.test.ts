import { beforeEach, describe, expect, it } from 'vitest';
import { attemptOf, bodyOf, GateBench, nonce, SEND_URL, TOP } from '../../../support/gate-bench.ts';

const REASON = '断水のお知らせを急ぐため';
const attempt = attemptOf();
const draft = attemptOf(2, bodyOf({ status: 'DRAFT', immediate: false }), { source: 'lock', isDraft: true });

let bench: GateBench;
const take = (change: object = {}) =>
  bench.gate.answers.overrideAttempt({ attempt, reason: REASON, nonce: nonce(1), ...change }, TOP);

beforeEach(() => {
  bench = new GateBench();
});

describe('where there is no way out', () => {
  beforeEach(() => bench.setGate({ override: 'never', contactNames: ['店長 佐藤 03-0000-0000'] }));

  it.each([
    ['a held request', {}],
    ['the next press', { nonce: null }],
    ['a name as well', { person: '山田' }],
    ['a stopped draft', { attempt: draft, nonce: null }],
  ])('nothing is opened for %s, whatever a page asks', async (_, change) => {
    expect(await take(change)).toEqual({
      result: 'refused',
      wayOut: { rule: 'never', contacts: ['店長 佐藤 03-0000-0000'] },
    });
    expect([bench.rules.added, bench.journal.drafts]).toEqual([[], []]);
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });

  it('the checklist says so, and whom to ask', async () => {
    const { wayOut } = await bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
    expect(wayOut).toEqual({ rule: 'never', contacts: ['店長 佐藤 03-0000-0000'] });
  });

  it('a stopped draft can be saved by whoever answers as for a broadcast', async () => {
    bench.setGate({ quietHours: { from: 0, to: 0 } });
    const pass = await bench.complete(draft);
    expect(await bench.gate.answers.armNextPress({ attempt: draft, pass }, TOP)).toEqual({ seconds: 20 });
    expect(await bench.request(SEND_URL, bodyOf({ status: 'DRAFT', immediate: false }))).toBe('sent');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });

  it('holds for the one account that it is set for', async () => {
    bench.setGate({ override: 'reason' });
    bench.ofAccount.set(attempt.broadcast.account, { override: 'never' });
    expect(await take()).toMatchObject({ result: 'refused' });
  });
});

describe('where a name is asked for', () => {
  beforeEach(() => bench.setGate({ override: 'reason-and-name' }));

  it.each([{}, { person: ' ' }])('nothing is opened without one: %o', async (change) => {
    expect(await take(change)).toMatchObject({ result: 'refused', wayOut: { rule: 'reason-and-name' } });
    expect(bench.rules.added).toEqual([]);
  });

  it('the journal has it', async () => {
    expect(await take({ person: '山田' })).toEqual({ result: 'open', seconds: 15 });
    expect(bench.journal.events('overridden')).toMatchObject([{ reason: REASON, person: '山田' }]);
  });
});

it('a name that nobody asked for is not kept', async () => {
  await take({ person: '山田' });
  expect(bench.journal.events('overridden')[0]).not.toHaveProperty('person');
});

describe('where the rules cannot be read', () => {
  beforeEach(() => {
    bench.canReadGate = false;
  });

  it('there is no way out', async () => {
    expect(await take()).toEqual({ result: 'refused', wayOut: { rule: 'never', contacts: [] } });
    expect(bench.rules.added).toEqual([]);
  });

  it('everything is asked, and nothing that was found is silent', async () => {
    const { items, findings, coolDownSeconds } = await bench.gate.answers.openAttempt(
      { attempt, changes: [] },
      TOP,
    );
    expect(items.map(({ name }) => name)).toEqual([
      'account',
      'people',
      'when',
      'test',
      'second-person',
      'correction',
    ]);
    expect(findings.map(({ check }) => check)).toContain('quiet-hours');
    expect(coolDownSeconds).toBe(60);
    expect(findings.filter(({ level }) => level === 'inform')).toEqual([]);
  });

  it('nothing blocks a reserved broadcast that nothing is wrong with', async () => {
    const scheduledDate = Math.floor(bench.clock.now() / 1_000) + 3_600;
    const reserved = attemptOf(3, bodyOf({ immediate: false, scheduledDate }));
    const { findings } = await bench.gate.answers.openAttempt({ attempt: reserved, changes: [] }, TOP);
    expect(findings.filter(({ level }) => level === 'block')).toEqual([]);
  });
});
