import { beforeEach, describe, expect, it, test } from 'vitest';
import { spacedCode } from '../../../../src/domain/broadcast/approval/spoken-code.ts';
import { MINUTE, SECOND } from '../../../../src/domain/clock.ts';
import type { RequestOf } from '../../../../src/messaging/protocol.ts';
import { SUZUKI, SUZUKI_SAYS, YAMADA, YAMADA_SAYS } from '../../../support/approvers.ts';
import {
  attemptOf,
  bodyOf,
  FRAME,
  GateBench,
  nonce,
  OTHER_TAB,
  PAGE,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const ANSWERS = { account: '@bakery', people: '842', when: { kind: 'now' } } as const;
type Given = RequestOf<'giveApproval'>;

const approvers = [YAMADA, SUZUKI];

/** The operator's computer, and with `other` the approver's. */
let bench: GateBench;
let other: GateBench;
beforeEach(() => {
  bench = new GateBench();
  other = new GateBench();
  for (const one of [bench, other]) one.setGate({ secondPerson: 'always', approvers });
});

/** What can still not be answered once everything but the second person has been. */
async function open(of = attempt) {
  const { answers } = bench.gate;
  const sheet = await answers.openAttempt({ attempt: of, changes: [] }, TOP);
  const given = { attempt: of, ...rightAnswers(sheet, of), tookMs: 9_000 };
  const { pass, open: left } = await answers.completeAttempt(given, TOP);
  return pass === null ? left.items : 'pass';
}
async function ask(of = attempt) {
  const state = await bench.gate.answers.askApproval({ attempt: of, operator: '佐藤' }, TOP);
  if (state.kind !== 'asked') throw new TypeError(state.kind);
  return state;
}
const give = (change: Partial<Given> & Pick<Given, 'request'>, at = bench) =>
  at.gate.answers.giveApproval(
    { name: '山田', passphrase: YAMADA_SAYS, answers: ANSWERS, isPractice: false, ...change },
    PAGE,
  );
const here = async (change: Partial<Given> = {}) =>
  give({ request: { way: 'here', id: (await ask()).id }, ...change });
const byCode = async (change: Partial<Given> = {}) => {
  const { code } = await ask();
  if (code === null) throw new TypeError('no code');
  return give({ request: { way: 'code', typed: spacedCode(code) }, ...change }, other);
};
const enter = (typed: string) => bench.gate.answers.enterApprovalCode({ attempt, typed }, TOP);
const stateOf = (of = attempt) => bench.gate.answers.approvalState({ attempt: of }, TOP);
const notes = (of = bench) => of.journal.events('approval');

describe('a broadcast that needs a second person', () => {
  it('does not go for a name that somebody types', async () => {
    expect(await open()).toEqual(['second-person']);
  });

  it('goes after the approver’s own answers at this computer, once, and the journal names both', async () => {
    expect(await here()).toMatchObject({ result: 'given' });
    expect(await open()).toBe('pass');
    expect(notes()).toMatchObject([
      { step: 'asked', operator: '佐藤', person: null },
      { step: 'given', operator: '佐藤', person: '山田', way: 'here', isVerified: true, items: [] },
    ]);
  });

  it('goes after a code from another computer, and both journals say so', async () => {
    const { result, code } = await byCode();
    expect(result).toBe('told');
    expect(await enter(String(code))).toMatchObject({ result: 'given' });
    expect(await open()).toBe('pass');
    expect(notes().at(-1)).toMatchObject({ step: 'given', person: '山田', way: 'code', isVerified: true });
    expect(notes(other)).toMatchObject([{ step: 'told', person: '山田', isVerified: true }]);
  });

  it('is released with the name of whoever approved, not one that the page says', async () => {
    await here();
    const pass = await bench.complete(attempt);
    const released = await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    expect(released).toMatchObject({ result: 'armed' });
    expect(bench.journal.events('released')).toContainEqual(expect.objectContaining({ person: '山田' }));
    expect(await bench.request(`${SEND_URL}#${nonce(1)}`, bodyOf())).toBe('sent');
  });

  it('is approved for one sending: the next one has to be asked for again', async () => {
    await here();
    const pass = await bench.complete(attempt);
    const release = () => bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    expect(await release()).toMatchObject({ result: 'armed' });
    // The same request may ask twice.
    expect(await release()).toMatchObject({ result: 'armed' });
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open(attemptOf(2))).toEqual(['second-person']);
  });

  it('does not go from two tabs for one approval', async () => {
    await here();
    const again = attemptOf(2);
    const passes = [await bench.complete(attempt), await bench.complete(again, OTHER_TAB)] as const;
    const { releaseRequest, armNextPress } = bench.gate.answers;
    const first = { attempt, pass: passes[0], nonce: nonce(1) };
    expect(await releaseRequest(first, TOP)).toMatchObject({ result: 'armed' });
    const second = { attempt: again, pass: passes[1], nonce: nonce(2) };
    expect(await releaseRequest(second, OTHER_TAB)).toEqual({ result: 'no-pass' });
    await expect(armNextPress({ attempt: again, pass: passes[1] }, OTHER_TAB)).rejects.toThrow('permitted');
    expect(bench.journal.events('released')).toHaveLength(1);
  });

  it('stays approved when the worker is stopped, and is so no more after half an hour', async () => {
    await here();
    bench.restart();
    expect(await stateOf()).toMatchObject({ kind: 'given', person: '山田' });
    bench.clock.advance(30 * MINUTE);
    expect(await open()).toEqual(['second-person']);
    expect(await stateOf()).toEqual({ kind: 'none' });
  });

  it('is approved as it is: one letter more, or one receiver, and it is not', async () => {
    await here();
    const changed = attemptOf(2, bodyOf({ balloons: [{ contentType: 'TEXT', text: '別の文' }] }));
    const more = attemptOf(3, bodyOf(), { page: { ...attempt.page, people: 843 } });
    expect(await open(changed)).toEqual(['second-person']);
    expect(await open(more)).toEqual(['second-person']);
  });
});

describe('an approver who answers otherwise', () => {
  test.each<[string, Partial<Given>, readonly string[]]>([
    ['another account', { answers: { ...ANSWERS, account: '@hanabi' } }, ['account']],
    ['other people', { answers: { ...ANSWERS, people: '8420' } }, ['people']],
    ['another time', { answers: { ...ANSWERS, when: { kind: 'at', weekday: 1, time: '10:00' } } }, ['when']],
  ])('(%s) ends the request at this computer, and the journal says in what', async (_what, change, items) => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    expect(await give({ request, ...change })).toMatchObject({ result: 'differs' });
    expect(await stateOf()).toEqual({ kind: 'differs', person: '山田' });
    expect(notes().at(-1)).toMatchObject({ step: 'differs', person: '山田', items });
    // Nobody tries the answers one after another.
    expect(await give({ request })).toMatchObject({ result: 'over' });
    expect(await open()).toEqual(['second-person']);
  });

  it('ends it by code as well', async () => {
    const { code } = await byCode({ answers: { ...ANSWERS, people: '8420' } });
    expect(await enter(String(code))).toMatchObject({ result: 'differs' });
    expect(await open()).toEqual(['second-person']);
    expect(notes().at(-1)).toMatchObject({ step: 'differs', person: '山田', way: 'code' });
  });

  it('is not told what would have been right', async () => {
    const answer = await here({ answers: { ...ANSWERS, people: '1' } });
    expect(JSON.stringify(answer)).not.toContain('842');
    await ask();
    const pending = JSON.stringify(await bench.gate.answers.pendingApprovals({}, PAGE));
    expect(pending).toContain('冬の新作パンが並びます。');
    // The random name of the request may have any digits.
    expect(pending.replaceAll(/[0-9a-f]{32}/g, '')).not.toMatch(/842|bakery|パン屋/);
  });
});

describe('nobody', () => {
  it('approves the own broadcast, here or by code, however the name is typed', async () => {
    const askAs = async (operator: string) => {
      const state = await bench.gate.answers.askApproval({ attempt, operator }, TOP);
      return state.kind === 'asked' ? state : Promise.reject(new TypeError(state.kind));
    };
    const { id } = await askAs('山　田');
    expect(await give({ request: { way: 'here', id } })).toMatchObject({ result: 'own' });
    const { code } = await askAs('山-田');
    const told = await give({ request: { way: 'code', typed: String(code) } }, other);
    expect(await enter(String(told.code))).toMatchObject({ result: 'own' });
    expect(await open()).toEqual(['second-person']);
    expect(notes().filter(({ step }) => step === 'wrong')).toHaveLength(2);
  });

  it('approves with a wrong passphrase, an unknown name, or a passphrase of another', async () => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    for (const change of [{ passphrase: 'はずれ' }, { name: '高橋' }, { name: '鈴木' }]) {
      expect(await give({ request, ...change })).toMatchObject({ result: 'wrong' });
    }
    expect(await open()).toEqual(['second-person']);
  });

  it('approves where the list of approvers is empty, and no code is offered', async () => {
    bench.setGate({ approvers: [] });
    expect((await ask()).code).toBe(null);
    expect(await here()).toMatchObject({ result: 'nobody' });
    expect(await open()).toEqual(['second-person']);
  });

  it('may be asked from a frame or without a name, and only our pages may answer', async () => {
    const { answers } = bench.gate;
    await expect(answers.askApproval({ attempt, operator: '佐藤' }, FRAME)).rejects.toThrow('frame');
    await expect(answers.askApproval({ attempt, operator: '…佐' }, TOP)).rejects.toThrow('no name');
    await expect(answers.approvalState({ attempt }, PAGE)).rejects.toThrow('manager');
    await answers.openApprovalPage({}, TOP);
    expect(bench.pagesOpened).toBe(1);
  });
});

describe('without registered approvers', () => {
  it('another name is enough at this computer, said to be unverified, and the own is not', async () => {
    bench.setGate({ approvers: null });
    const { id, code } = await ask();
    expect(code).toBe(null);
    const request = { way: 'here', id } as const;
    expect(await give({ request, name: '佐 藤', passphrase: '' })).toMatchObject({ result: 'own' });
    expect(await give({ request, name: '高橋', passphrase: '' })).toMatchObject({ result: 'given' });
    expect(await stateOf()).toEqual({ kind: 'given', person: '高橋', isVerified: false });
    expect(await open()).toBe('pass');
  });
});

describe('an approval that was given', () => {
  it('and seen to be over stays over when the clock is set back', async () => {
    await here();
    bench.clock.advance(31 * MINUTE);
    expect(await stateOf()).toEqual({ kind: 'none' });
    bench.clock.advance(-30 * MINUTE);
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open()).toEqual(['second-person']);
  });

  it('counts no more when approvers are registered since, or its approver is not one any more', async () => {
    bench.setGate({ approvers: null });
    expect(await here({ name: '高橋', passphrase: '' })).toMatchObject({ result: 'given' });
    expect(await open()).toBe('pass');
    bench.setGate({ approvers });
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open(attemptOf(2))).toEqual(['second-person']);
    expect(await here()).toMatchObject({ result: 'given' });
    expect(await open(attemptOf(3))).toBe('pass');
    bench.setGate({ approvers: approvers.slice(1) });
    expect(await open(attemptOf(4))).toEqual(['second-person']);
  });
});

describe('what somebody writes into the browser’s storage', () => {
  /** As an operator does with the browser's own tools: wherever `from` stands in a storage area, `to` is put. */
  const edit = async (from: RegExp, to: string) => {
    for (const area of [bench.local, bench.session]) {
      for (const [key, value] of Object.entries(await area.get(null))) {
        await area.set({ [key]: JSON.parse(JSON.stringify(value).replaceAll(from, to)) });
      }
    }
  };
  const GIVEN = '"stage":{"name":"given","person":"山田","isVerified":true}';

  it.each(['at once', 'after a restart of the worker'])(
    'makes no request an approved one, %s',
    async (when) => {
      await ask();
      if (when !== 'at once') bench.restart();
      await edit(/"stage":\{"name":"asked"\}/g, GIVEN);
      expect(await open()).toEqual(['second-person']);
      expect(await stateOf()).toMatchObject({ kind: 'asked' });
    },
  );

  it('brings no used approval back, and makes none one for another broadcast', async () => {
    await here();
    const before = await Promise.all([bench.local.get(null), bench.session.get(null)]);
    const pass = await bench.complete(attempt);
    const released = { attempt, pass, nonce: nonce(1) };
    expect(await bench.gate.answers.releaseRequest(released, TOP)).toMatchObject({ result: 'armed' });
    await bench.local.set(before[0]);
    await bench.session.set(before[1]);
    bench.restart();
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open(attemptOf(2))).toEqual(['second-person']);
  });

  it('neither makes another asker of somebody, nor other answers right, nor more time', async () => {
    const { id } = await ask();
    await edit(/佐藤/g, '高橋');
    await edit(/"people":842/g, '"people":8420');
    await edit(/"askedAt":\d+/g, `"askedAt":${bench.clock.now() + 29 * MINUTE}`);
    const request = { way: 'here', id } as const;
    expect(await give({ request, answers: { ...ANSWERS, people: '8420' } })).toMatchObject({
      result: 'differs',
    });
    expect(notes().at(-1)).toMatchObject({ operator: '佐藤' });
    await ask();
    await edit(/"askedAt":\d+/g, `"askedAt":${bench.clock.now() + 29 * MINUTE}`);
    bench.clock.advance(30 * MINUTE);
    expect(await stateOf()).toEqual({ kind: 'none' });
  });
});

describe('where approvals lie', () => {
  it('nothing stays when the browser is started anew', async () => {
    await here();
    await bench.session.remove(Object.keys(await bench.session.get(null)));
    bench.restart();
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open()).toEqual(['second-person']);
    expect(JSON.stringify(await bench.kept.get(null))).not.toContain('佐藤');
  });

  it('an unreadable database has none: it has to be asked for again, which says so', async () => {
    const { id } = await ask();
    const { code } = await give({ request: { way: 'code', typed: String((await ask()).code) } }, other);
    await here();
    const pass = await bench.complete(attempt);
    bench.kept.get = () => Promise.reject(new Error('damaged'));
    expect(await stateOf()).toEqual({ kind: 'none' });
    expect(await open(attemptOf(2))).toEqual(['second-person']);
    expect(await enter(String(code))).toMatchObject({ result: 'over' });
    expect(await give({ request: { way: 'here', id } })).toMatchObject({ result: 'over' });
    const released = { attempt, pass, nonce: nonce(1) };
    expect(await bench.gate.answers.releaseRequest(released, TOP)).toEqual({ result: 'no-pass' });
    // Nobody is told that something was asked which nobody can answer.
    await expect(ask()).rejects.toThrow('damaged');
    expect(bench.reported).toContainEqual(['read approvals', expect.any(Error)]);
  });

  it('an approval that cannot be marked as used lets nothing go', async () => {
    await here();
    const pass = await bench.complete(attempt);
    bench.kept.set = () => Promise.reject(new Error('full'));
    const released = { attempt, pass, nonce: nonce(1) };
    await expect(bench.gate.answers.releaseRequest(released, TOP)).rejects.toThrow('full');
    expect(bench.rules.added).toEqual([]);
  });
});

describe('wrong tries', () => {
  it('make whoever tries that name wait longer and longer, also after a restart, until one is right', async () => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    const wrong = () => give({ request, passphrase: 'はずれ' });
    expect(await wrong()).toMatchObject({ result: 'wrong', waitSeconds: 0 });
    expect(await wrong()).toMatchObject({ result: 'wrong', waitSeconds: 0 });
    expect(await wrong()).toMatchObject({ result: 'wrong', waitSeconds: 15 });
    bench.restart();
    expect(await give({ request })).toMatchObject({ result: 'wait', waitSeconds: 15 });
    bench.clock.advance(15 * SECOND);
    expect(await wrong()).toMatchObject({ result: 'wrong', waitSeconds: 30 });
    bench.clock.advance(30 * SECOND);
    expect(await give({ request })).toMatchObject({ result: 'given' });
    expect(notes().filter(({ step }) => step === 'wrong')).toHaveLength(4);
  });

  it('count for codes, but not where a code was only misread', async () => {
    const { code } = await byCode();
    const strange = (await byCode({ name: '鈴木', passphrase: SUZUKI_SAYS })).code;
    await ask();
    expect(await enter('7K2M')).toMatchObject({ result: 'incomplete' });
    expect(await enter(String(code).replace(/.$/, (last) => (last === '0' ? '2' : '0')))).toMatchObject({
      result: 'misread',
    });
    // Both answer requests that were made anew since.
    expect(await enter(String(code))).toMatchObject({ result: 'wrong' });
    expect(await enter(String(strange))).toMatchObject({ result: 'wrong' });
    expect(await enter(String(code))).toMatchObject({ result: 'wrong', waitSeconds: 15 });
    expect(await enter(String(code))).toMatchObject({ result: 'wait' });
    expect(await open()).toEqual(['second-person']);
  });
});

describe('the wait after wrong tries', () => {
  const request = async () => ({ way: 'here', id: (await ask()).id }) as const;
  const wrong = async (name: string) => give({ request: await request(), name, passphrase: 'はずれ' });

  it('is not ended by practice', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const practised = String((await byCode({ isPractice: true })).code);
      codes.push((await enter(practised)).result);
      const old = String((await byCode()).code);
      await ask();
      codes.push((await enter(old)).result);
    }
    expect(codes).toEqual(['practice', 'wrong', 'practice', 'wrong', 'practice', 'wrong', 'wait', 'wait']);
  });

  it('is not ended by the passphrase of another approver', async () => {
    await wrong('鈴木');
    await wrong('鈴木');
    const own = { way: 'here', id: (await ask()).id } as const;
    const answers = { ...ANSWERS, people: '1' };
    expect(await give({ request: own, answers })).toMatchObject({ result: 'differs' });
    expect(await wrong('鈴木')).toMatchObject({ result: 'wrong', waitSeconds: 15 });
    expect(await wrong('鈴木')).toMatchObject({ result: 'wait' });
    expect(await wrong('山田')).toMatchObject({ result: 'wrong' });
  });

  it('is not ended by setting the clock', async () => {
    for (const _ of [1, 2, 3]) await wrong('山田');
    bench.clock.advance(20 * MINUTE);
    bench.clockSetBy += 20 * MINUTE;
    expect(await wrong('山田')).toMatchObject({ result: 'wait', waitSeconds: 15 });
  });
});

describe('to send back', () => {
  it('needs a reason, ends the request, and records who did it', async () => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    const back = (reason: string) =>
      bench.gate.answers.sendBackApproval({ name: '山田', passphrase: YAMADA_SAYS, request, reason }, PAGE);
    expect(await back('だめ')).toMatchObject({ result: 'incomplete' });
    expect(await back('割引率が原稿と違います')).toMatchObject({ result: 'sent-back' });
    expect(await stateOf()).toEqual({ kind: 'sent-back', person: '山田', reason: '割引率が原稿と違います' });
    expect(notes().at(-1)).toMatchObject({ step: 'sent-back', person: '山田', isVerified: true });
    expect(await give({ request })).toMatchObject({ result: 'over' });
  });

  it('by telephone is recorded at the approver’s computer', async () => {
    const { code } = await ask();
    const request = { way: 'code', typed: String(code) } as const;
    const sentBack = { name: '山田', passphrase: YAMADA_SAYS, request, reason: '割引率が原稿と違います' };
    expect(await other.gate.answers.sendBackApproval(sentBack, PAGE)).toMatchObject({ result: 'sent-back' });
    expect(notes(other)).toMatchObject([{ step: 'sent-back', person: '山田', way: 'code' }]);
  });

  it('by telephone is also for somebody who may approve for that account alone', async () => {
    const account = attempt.broadcast.account;
    other.setGate({ approvers: [SUZUKI] });
    other.ofAccount.set(account, { approvers: [YAMADA] });
    const request = { way: 'code', typed: String((await ask()).code) } as const;
    const sentBack = { name: '山田', passphrase: YAMADA_SAYS, request, reason: '割引率が原稿と違います' };
    const back = (typed: string) =>
      other.gate.answers.sendBackApproval({ ...sentBack, account: typed }, PAGE);
    expect(await back('')).toMatchObject({ result: 'wrong' });
    expect(await back('＠Bakery')).toMatchObject({ result: 'sent-back' });
    expect(other.journal.events('approval').at(-1)).toMatchObject({ step: 'sent-back', person: '山田' });
  });
});

describe('practice', () => {
  const PRACTICE = { isPractice: true, name: '佐藤', passphrase: '' } as const;

  it('lets people answer their own request, and never releases anything', async () => {
    expect(await here(PRACTICE)).toMatchObject({ result: 'practice' });
    expect(await stateOf()).toEqual({ kind: 'practised' });
    expect(await open()).toEqual(['second-person']);
    expect(await here({ ...PRACTICE, name: '山田', passphrase: YAMADA_SAYS })).toMatchObject({
      result: 'practice',
    });
    expect(await open()).toEqual(['second-person']);
    expect(notes().filter(({ step }) => step === 'given')).toEqual([]);
  });

  it('says that answers differ, and the request it was done on can never be approved', async () => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    const answers = { ...ANSWERS, people: '1' };
    expect(await give({ request, ...PRACTICE, answers })).toMatchObject({ result: 'practice-differs' });
    expect(await give({ request })).toMatchObject({ result: 'over' });
    expect(await open()).toEqual(['second-person']);
  });

  it('makes codes that release nothing, even with the right passphrase', async () => {
    for (const change of [PRACTICE, { isPractice: true }]) {
      const { result, code } = await byCode(change);
      expect(result).toBe('practice-told');
      expect(await enter(String(code))).toMatchObject({ result: 'practice' });
      expect(await stateOf()).toEqual({ kind: 'practised' });
      expect(await open()).toEqual(['second-person']);
    }
  });
});
