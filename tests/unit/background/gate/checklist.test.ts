import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateVerbs } from '../../../../src/messaging/gate-protocol.ts';
import { BAKERY } from '../../../support/broadcasts.ts';
import { attemptOf, bodyOf, FRAME, GateBench, rightAnswers, TOP } from '../../../support/gate-bench.ts';

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});
const open = (attempt = attemptOf()) => bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
const people = (typed: string, attempt = attemptOf()) =>
  bench.gate.answers.answerItem({ attempt, answer: { item: 'people', typed } }, TOP);

describe('an attempt', () => {
  it('gets the items of its size, what the checks find, and nothing that answers them', async () => {
    const sheet = await open();
    expect(v.safeParse(gateVerbs.openAttempt.answer, sheet).issues).toBeUndefined();
    expect(sheet.items.map(({ name }) => name)).toEqual(['account', 'people', 'when']);
    expect(sheet.coolDownSeconds).toBe(5);
    expect(JSON.stringify(sheet)).not.toContain('842');
  });

  it('is asked more when it is large, by the policy of this moment', async () => {
    bench.setGate({ largeAudience: 800, secondPerson: 'large', coolDownSeconds: 0 });
    const sheet = await open();
    expect(sheet.items.map(({ name }) => name)).toEqual([
      'account',
      'people',
      'when',
      'test',
      'second-person',
      'correction',
    ]);
    expect(sheet.coolDownSeconds).toBe(0);
  });

  it('is asked by the rules of its own account, or by those for an account that nobody knows', async () => {
    bench.ofAccount.set(BAKERY, { coolDownSeconds: 11 });
    bench.ofAccount.set(null, { coolDownSeconds: 60 });
    const ofNobody = attemptOf(2);
    expect((await open()).coolDownSeconds).toBe(11);
    const unknown = { ...ofNobody, broadcast: { ...ofNobody.broadcast, account: null } };
    expect((await open(unknown)).coolDownSeconds).toBe(60);
  });

  it('offers the other accounts that were seen on this computer', async () => {
    const other = {
      account: v.parse(gateVerbs.gateSettings.request.entries.account, '@other'),
      name: '別の店',
    };
    await bench.gate.answers.gateSettings(other, FRAME);
    bench.restart();
    const [account] = (await open()).items;
    expect(account).toMatchObject({ choices: expect.arrayContaining([{ id: '@other', name: '別の店' }]) });
  });

  it('is written into the journal once, with what is asked and without a word of it', async () => {
    await open();
    await open();
    expect(bench.journal.kinds).toEqual(['attempted', 'asked']);
    expect(bench.journal.events('attempted')[0]).toMatchObject({
      source: 'request',
      recognised: true,
      broadcast: { audience: 'all', people: 842, bubbles: 1, letters: 12, links: 0, scheduledAt: null },
    });
    expect(JSON.stringify(bench.journal.drafts)).not.toContain('冬');
  });

  it('of a page that was not recognised says so in the journal', async () => {
    await open(attemptOf(1, bodyOf(), { page: { accountName: null, people: 5, recognised: false } }));
    expect(bench.journal.kinds).toEqual(['attempted', 'unrecognised', 'asked']);
  });

  it.each(['openAttempt', 'answerItem', 'completeAttempt'] as const)(
    '%s is refused to a frame inside the page',
    async (verb) => {
      const attempt = attemptOf();
      const payload = { attempt, changes: [], answer: { item: 'people', typed: '842' } } as const;
      const more = { answers: [], reasons: [], tookMs: 0 };
      const asked = bench.gate.answers[verb]({ ...payload, changes: [], ...more }, FRAME);
      await expect(asked).rejects.toThrow('frame');
      expect(bench.journal.drafts).toEqual([]);
    },
  );
});

describe('an answer', () => {
  it('that is right is written down once', async () => {
    expect(await people('８４２人')).toEqual({ verdict: 'right' });
    await people('842');
    expect(bench.journal.events('answered')).toEqual([
      { kind: 'answered', item: 'people', unverified: false },
    ]);
  });

  it('that is wrong is a mistake that was caught; the same one counts once, another again', async () => {
    for (const typed of ['8420', '8420', '84']) expect(await people(typed)).toEqual({ verdict: 'wrong' });
    expect(bench.journal.events('caught')).toEqual([
      { kind: 'caught', by: 'people' },
      { kind: 'caught', by: 'people' },
    ]);
  });

  it('that is incomplete is nobody’s mistake', async () => {
    expect(await people('たくさん')).toEqual({ verdict: 'incomplete' });
    expect(bench.journal.drafts).toEqual([]);
  });

  it('to what nobody knows is taken, and marked', async () => {
    const attempt = attemptOf(1, bodyOf(), { page: { accountName: null, people: null, recognised: true } });
    expect(await people('5', attempt)).toEqual({ verdict: 'right' });
    expect(bench.journal.events('answered')).toMatchObject([{ unverified: true }]);
  });
});

describe('all answers', () => {
  const complete = async (attempt = attemptOf(), change: object = {}) => {
    const right = rightAnswers(await open(attempt), attempt);
    return bench.gate.answers.completeAttempt({ attempt, ...right, tookMs: 1, ...change }, TOP);
  };

  it('are worth a pass when all are right, and every one is in the journal', async () => {
    const { pass, open: left } = await complete();
    expect([typeof pass, left]).toEqual(['string', { items: [], findings: [] }]);
    expect(bench.journal.events('answered').map(({ item }) => item)).toEqual(['account', 'people', 'when']);
  });

  it('are worth nothing when one is missing or wrong', async () => {
    expect(await complete(attemptOf(), { answers: [] })).toEqual({
      pass: null,
      open: { items: ['account', 'people', 'when'], findings: [] },
    });
  });

  it('are judged by the time of now: what was in order may not be any more', async () => {
    const at = bench.clock.now() + 600_000;
    const body = bodyOf({ immediate: undefined, scheduledDate: at / 1000 });
    const attempt = attemptOf(1, body);
    const sheet = await open(attempt);
    expect(sheet.findings.filter(({ level }) => level === 'block')).toEqual([]);
    bench.clock.advance(900_000);
    const { pass, open: left } = await bench.gate.answers.completeAttempt(
      { attempt, ...rightAnswers(sheet, attempt), tookMs: 1 },
      TOP,
    );
    expect(pass).toBeNull();
    expect(left.findings).toContain('schedule-passed-1');
    expect(bench.journal.events('caught')).toContainEqual({ kind: 'caught', by: 'schedule-passed-1' });
  });

  it('cannot answer a block away', async () => {
    const body = bodyOf({ balloons: [{ contentType: 'TEXT', text: '【テスト】〇〇様へのお知らせ' }] });
    const { pass, open: left } = await complete(attemptOf(1, body));
    expect(pass).toBeNull();
    expect(left.findings.length).toBeGreaterThan(0);
    expect(bench.journal.events('caught').map(({ by }) => by)).toEqual(left.findings);
  });

  it('leave a warning open that has no reason, or one of few letters', async () => {
    bench.setGate({ quietHours: { from: 9 * 60, to: 11 * 60 } });
    const attempt = attemptOf();
    const warnings = (await open(attempt)).findings.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ check }) => check)).toEqual(['quiet-hours']);
    for (const text of ['', 'ああああああああああ']) {
      const reasons = warnings.map(({ id }) => ({ finding: id, text }));
      expect((await complete(attempt, { reasons })).open.findings).toEqual(['quiet-hours-1']);
    }
    expect((await complete(attempt)).pass).not.toBeNull();
  });

  it('need no answer to a test of exactly this content that was seen, for two workers on', async () => {
    bench.setGate({ largeAudience: 800 });
    const { broadcast } = attemptOf();
    await bench.gate.answers.testSeen({ broadcast }, FRAME);
    bench.restart();
    const seen = (await open()).items.find(({ name }) => name === 'test');
    expect(seen).toEqual({ name: 'test', seenAt: bench.clock.now() });
    const other = attemptOf(2, bodyOf({ balloons: [{ contentType: 'TEXT', text: '別の内容です。' }] }));
    expect((await open(other)).items).toContainEqual({ name: 'test', seenAt: null });
  });
});

describe('an attempt that ends', () => {
  it('is written down once, and leaves no pass', async () => {
    const attempt = attemptOf();
    const pass = await bench.complete(attempt);
    const ended = { id: attempt.id, account: BAKERY, why: 'stopped' } as const;
    await bench.gate.answers.endAttempt(ended, FRAME);
    await bench.gate.answers.endAttempt(ended, FRAME);
    expect(bench.journal.events('refused')).toEqual([{ kind: 'refused', why: 'stopped' }]);
    await expect(bench.gate.answers.armNextPress({ attempt, pass }, TOP)).rejects.toThrow('permitted');
  });
});
