import { beforeEach, describe, expect, it } from 'vitest';
import { readBrief } from '../../../../src/domain/broadcast/approval/brief.ts';
import type { Looked } from '../../../../src/domain/broadcast/approval/looked.ts';
import type { CustomAnswer } from '../../../../src/domain/broadcast/custom-question.ts';
import type { CustomItem } from '../../../../src/domain/policy/custom-item.ts';
import type { RequestOf } from '../../../../src/messaging/protocol.ts';
import { SUZUKI, YAMADA, YAMADA_SAYS } from '../../../support/approvers.ts';
import { attemptOf, bodyOf, GateBench, PAGE, rightAnswers, TOP } from '../../../support/gate-bench.ts';

const text = '12月1日から500円引き https://example.jp/winter';
const attempt = attemptOf(1, bodyOf({ balloons: [{ contentType: 'TEXT', text }] }));
const ANSWERS = { account: '@bakery', people: '842', when: { kind: 'now' } } as const;
const stock: CustomItem = {
  id: 'stock',
  text: { ja: '在庫は何個ですか。' },
  when: 'always',
  kind: 'number',
  right: null,
};
const word: CustomItem = {
  id: 'word',
  text: { ja: '企画の名前は' },
  when: 'always',
  kind: 'word',
  right: ['冬', '冬フェア'],
};
const tick: CustomItem = { id: 'shop', text: { ja: '店に伝えましたか。' }, when: 'always', kind: 'tick' };
const given = (typed: string, name = '冬フェア'): CustomAnswer[] => [
  { item: 'custom:stock', given: { kind: 'number', typed } },
  { item: 'custom:word', given: { kind: 'word', typed: name } },
];
const OWN = given('30');
const TICK: CustomAnswer = { item: 'custom:shop', given: { kind: 'tick' } };

/** The operator's computer and the approver's. */
let bench: GateBench;
let other: GateBench;
beforeEach(() => {
  bench = new GateBench();
  other = new GateBench();
  const items = { ...bench.policy.gate.items, values: 'always', links: 'always' } as const;
  for (const one of [bench, other])
    one.setGate({
      secondPerson: 'always',
      approvers: [YAMADA, SUZUKI],
      items,
      customItems: [stock, word, tick],
    });
});

async function ask(answers = OWN) {
  const state = await bench.gate.answers.askApproval({ attempt, answers, operator: '佐藤' }, TOP);
  if (state.kind !== 'asked') throw new TypeError(state.kind);
  return state;
}
async function lookHere(): Promise<Looked['look']> {
  const [pending] = await bench.gate.answers.pendingApprovals({}, PAGE);
  if (!pending?.look) throw new TypeError('nothing is shown');
  return pending.look;
}
const everything = (look: Looked['look'], custom = [...OWN, TICK]): Looked => ({
  look,
  ticked: look.values.map(({ id }) => id),
  opened: look.links.map(({ id }) => id),
  custom,
});
type Given = RequestOf<'giveApproval'>;
const give = (change: Pick<Given, 'request'> & Partial<Given>, at = bench) =>
  at.gate.answers.giveApproval(
    { name: '山田', passphrase: YAMADA_SAYS, answers: ANSWERS, isPractice: false, ...change },
    PAGE,
  );
const here = async (looked: Looked | null) =>
  give({ request: { way: 'here', id: (await ask()).id }, ...(looked === null ? {} : { looked }) });
/** The approver's computer pastes what the operator's has copied. */
async function pasted() {
  const { line } = await bench.gate.answers.approvalBrief({ attempt, answers: OWN }, TOP);
  const read = readBrief(String(line));
  if (read.kind !== 'brief') throw new TypeError(read.kind);
  return read.brief;
}
const enter = (typed: unknown) =>
  bench.gate.answers.enterApprovalCode({ attempt, answers: OWN, typed: String(typed) }, TOP);
async function complete(custom = OWN) {
  const sheet = await bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
  const items = sheet.items.filter(({ name }) => name !== 'values' && name !== 'links');
  const { answers, reasons } = rightAnswers({ ...sheet, items }, attempt);
  const look = everything(await lookOfSheet());
  const all = [
    ...answers,
    ...custom,
    TICK,
    { item: 'values' as const, ticked: look.ticked },
    { item: 'links' as const, opened: look.opened },
  ];
  const completed = { attempt, answers: all, reasons, tookMs: 9_000 };
  const { pass, open } = await bench.gate.answers.completeAttempt(completed, TOP);
  return pass === null ? open.items : 'pass';
  async function lookOfSheet(): Promise<Looked['look']> {
    const found = (name: string) => sheet.items.find((item) => item.name === name);
    const [values, links] = [found('values'), found('links')];
    return {
      bubbles: [],
      values: values?.name === 'values' ? values.values : [],
      links: links?.name === 'links' ? links.links : [],
      questions: [],
    };
  }
}
const lastNote = (of = bench) => of.journal.events('approval').at(-1);

describe('an approver at the same computer', () => {
  it('is shown messages, values, links and the supervisor’s questions, and none of the three facts', async () => {
    await ask();
    const look = await lookHere();
    expect(look.bubbles.map((bubble) => bubble.text)).toEqual([text]);
    expect(look.values.map((value) => value.text)).toEqual(['12月1日', '500円']);
    expect(look.links.map(({ url }) => url)).toEqual(['https://example.jp/winter']);
    expect(look.questions.map(({ name }) => name)).toEqual(['custom:stock', 'custom:word', 'custom:shop']);
    expect(JSON.stringify(look)).not.toMatch(/842|bakery|パン屋|冬フェア/);
  });

  it('approves by answering all of it as the operator did', async () => {
    await ask();
    expect(await here(everything(await lookHere()))).toMatchObject({ result: 'given' });
    expect(lastNote()).not.toHaveProperty('unseen');
    expect(await complete()).toBe('pass');
  });

  it.each<[string, CustomAnswer[], readonly string[]]>([
    ['another number', given('31'), ['custom:stock']],
    ['another word, also one that would be right', given('30', '冬'), ['custom:word']],
  ])('who answers %s ends the request', async (_what, custom, items) => {
    await ask();
    const looked = everything(await lookHere(), [...custom, TICK]);
    expect(await here(looked)).toMatchObject({ result: 'differs' });
    expect(lastNote()).toMatchObject({ step: 'differs', items });
    expect(await complete()).toEqual(['second-person']);
  });

  it.each<[string, (whole: Looked) => Looked]>([
    ['a value', (whole) => ({ ...whole, ticked: whole.ticked.slice(1) })],
    ['a link', (whole) => ({ ...whole, opened: [] })],
    ['a tick', (whole) => ({ ...whole, custom: OWN })],
    ['an answer', (whole) => ({ ...whole, custom: [TICK, ...OWN.slice(1)] })],
    ['a number in words', (whole) => ({ ...whole, custom: [...given('たくさん'), TICK] })],
  ])('who leaves %s open has not answered yet', async (_what, change) => {
    const { id } = await ask();
    const looked = change(everything(await lookHere()));
    const request = { way: 'here', id } as const;
    expect(await give({ request, looked })).toMatchObject({ result: 'incomplete' });
    expect(await give({ request, looked: everything(await lookHere()) })).toMatchObject({ result: 'given' });
  });

  it('who was shown something else has answered something else', async () => {
    await ask();
    const look = await lookHere();
    const bubbles = look.bubbles.map((bubble) => ({ ...bubble, text: '別の文' }));
    expect(await here(everything({ ...look, bubbles }))).toMatchObject({ result: 'over' });
    expect(await complete()).toEqual(['second-person']);
  });

  it('who was shown nothing cannot answer for what there was to answer, and may look again', async () => {
    const { id } = await ask();
    const request = { way: 'here', id } as const;
    expect(await give({ request })).toMatchObject({ result: 'unseen' });
    expect(lastNote()).toMatchObject({ step: 'wrong', unseen: true });
    expect(await give({ request, looked: everything(await lookHere()) })).toMatchObject({ result: 'given' });
  });

  it('who was shown nothing approves where the three facts are all there is, and the journal says so', async () => {
    bench.setGate({ customItems: [tick] });
    const { id } = await ask([]);
    expect(await give({ request: { way: 'here', id } })).toMatchObject({ result: 'given' });
    expect(lastNote()).toMatchObject({ step: 'given', unseen: true });
  });
});

describe('an approver at another computer', () => {
  it('sees what was copied there, and approves by a code', async () => {
    await ask();
    const { request, look } = await pasted();
    const told = await give({ request: { way: 'code', typed: request }, looked: everything(look) }, other);
    expect(told.result).toBe('told');
    expect(await enter(told.code)).toMatchObject({ result: 'given' });
    expect([lastNote(), lastNote(other)]).toMatchObject([{ step: 'given' }, { step: 'told' }]);
    for (const note of [lastNote(), lastNote(other)]) expect(note).not.toHaveProperty('unseen');
    expect(await complete()).toBe('pass');
  });

  it('gives a code that belongs nowhere where the text was altered on the way', async () => {
    await ask();
    const { request, look } = await pasted();
    const links = look.links.map((link) => ({ ...link, url: 'https://example.jp/other' }));
    const looked = everything({ ...look, links });
    const told = await give({ request: { way: 'code', typed: request }, looked }, other);
    expect(await enter(told.code)).toMatchObject({ result: 'wrong' });
    expect(await complete()).toEqual(['second-person']);
  });

  it('gives a code that differs where an answer does', async () => {
    await ask();
    const { request, look } = await pasted();
    const looked = everything(look, [...given('3'), TICK]);
    const told = await give({ request: { way: 'code', typed: request }, looked }, other);
    expect(await enter(told.code)).toMatchObject({ result: 'differs' });
    expect(lastNote()).toMatchObject({ step: 'differs', person: '山田' });
  });

  it('who has the request code alone cannot answer for the supervisor’s questions, and nothing is over', async () => {
    const { code } = await ask();
    const told = await give({ request: { way: 'code', typed: String(code) } }, other);
    expect(lastNote(other)).toMatchObject({ step: 'told', unseen: true });
    expect(await enter(told.code)).toMatchObject({ result: 'unseen' });
    expect(lastNote()).toMatchObject({ step: 'wrong', person: '山田', unseen: true });
    const state = await bench.gate.answers.approvalState({ attempt, answers: OWN }, TOP);
    expect(state.kind).toBe('asked');
  });

  it('who has the request code alone approves without them, and both journals say unseen', async () => {
    for (const one of [bench, other]) one.setGate({ customItems: [] });
    const { code } = await ask([]);
    const told = await give({ request: { way: 'code', typed: String(code) } }, other);
    const entered = { attempt, answers: [], typed: String(told.code) };
    expect(await bench.gate.answers.enterApprovalCode(entered, TOP)).toMatchObject({ result: 'given' });
    const notes = [lastNote(), lastNote(other)];
    expect(notes).toMatchObject([
      { step: 'given', unseen: true },
      { step: 'told', unseen: true },
    ]);
  });

  it('is sent nothing once the rules ask for something else', async () => {
    await ask();
    bench.restart();
    bench.setGate({ customItems: [stock, word] });
    const { answers } = bench.gate;
    expect(await answers.approvalBrief({ attempt, answers: OWN }, TOP)).toEqual({ line: null });
  });

  it('is sent the same by a worker that was stopped meanwhile', async () => {
    await ask();
    const before = await pasted();
    bench.restart();
    expect(await pasted()).toEqual(before);
  });
});

describe('what the operator has answered', () => {
  it('comes before the asking, as far as it is compared', async () => {
    await expect(ask(OWN.slice(1))).rejects.toThrow('own questions');
    await expect(ask(given('たくさん'))).rejects.toThrow('own questions');
  });

  it('cannot be changed afterwards: then the approval is none', async () => {
    await ask();
    expect(await here(everything(await lookHere()))).toMatchObject({ result: 'given' });
    const { answers } = bench.gate;
    const stateFor = async (own: CustomAnswer[]) =>
      (await answers.approvalState({ attempt, answers: own }, TOP)).kind;
    expect([await stateFor(OWN), await stateFor(given('31')), await stateFor([])]).toEqual([
      'given',
      'none',
      'none',
    ]);
    expect(await complete(given('31'))).toEqual(['second-person']);
    expect(await complete(given('30', '冬'))).toEqual(['second-person']);
    expect(await complete()).toBe('pass');
  });
});
