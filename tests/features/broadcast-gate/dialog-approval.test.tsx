// @vitest-environment jsdom
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApprovalPorts } from '../../../src/features/broadcast-gate/dialog/approval-ports.ts';
import {
  type ApprovalAnswer,
  type ApprovalState,
  approvalStateSchema,
} from '../../../src/messaging/approval-protocol.ts';
import { fakeGatePorts, NOW, openBench, sheetOf, inJapanese as t } from '../../support/gate-dialog-bench.ts';

const ASKED = v.parse(approvalStateSchema, {
  kind: 'asked',
  id: 'a'.repeat(32),
  code: '7K2M9QR0',
  endsAt: NOW + 1_800_000,
});
const GIVEN: ApprovalState = { kind: 'given', person: '山田', isVerified: true };
const answerOf = (result: ApprovalAnswer['result'], waitSeconds = 0): ApprovalAnswer => ({
  result,
  waitSeconds,
  code: null,
});

/** A checklist that asks for a second person alone, before a worker that knows `state`. */
async function asking(
  state: ApprovalState,
  entered: ApprovalAnswer | null = answerOf('misread'),
  more: readonly unknown[] = [],
) {
  let now = state;
  const approval = {
    ask: vi.fn<ApprovalPorts['ask']>(async () => {
      now = ASKED;
      return now;
    }),
    state: vi.fn<ApprovalPorts['state']>(async () => now),
    enter: vi.fn<ApprovalPorts['enter']>(async () => entered),
    brief: vi.fn<ApprovalPorts['brief']>(async () => 'matta-approval-1:abcd.'),
    openPage: vi.fn<ApprovalPorts['openPage']>(async () => true),
  };
  const ports = {
    ...fakeGatePorts({ open: async () => sheetOf({ items: [{ name: 'second-person' }, ...more] }) }),
    approval,
  };
  const bench = await openBench({ ports });
  const become = async (next: ApprovalState) => {
    now = next;
    await bench.pass(2_000);
  };
  const said = () => bench.find('.approval-trouble').textContent;
  return { ...bench, ports, approval, become, said };
}
const typeInto = async (bench: Awaited<ReturnType<typeof asking>>, id: string, text: string) =>
  bench.type(bench.find<HTMLInputElement>(id), text);

describe('asking a second person', () => {
  test('needs the operator’s own name', async () => {
    const bench = await asking({ kind: 'none' });
    await typeInto(bench, '#answer-second-person', '佐');
    await bench.click(bench.button(t('gateSecondAsk')));
    expect(bench.find('#second-short').textContent).toBe(t('gateSecondNameShort', 2));
    expect(bench.approval.ask).not.toHaveBeenCalled();
    await typeInto(bench, '#answer-second-person', '佐藤');
    await bench.click(bench.button(t('gateSecondAsk')));
    expect(bench.approval.ask.mock.calls).toEqual([['佐藤', []]]);
    expect([bench.state('second-person'), bench.final().getAttribute('aria-disabled')]).toEqual([
      'open',
      'true',
    ]);
  });

  test('shows until when, the code in groups, and nothing that the approver has to look up', async () => {
    const bench = await asking(ASKED);
    expect(bench.find('.approval').textContent).toContain('09:42');
    expect(bench.find('.approval-code bdi').textContent).toBe('7K2M-9QR0');
    expect(bench.find('.approval').textContent).not.toMatch(/1,234|まるやま/);
  });

  test('offers no code where nobody could answer it', async () => {
    const bench = await asking({ ...ASKED, code: null } as ApprovalState);
    expect(bench.all('.approval-code')).toEqual([]);
    expect(bench.find('.approval').textContent).toContain(t('gateSecondNoPhone'));
  });

  test('opens the approver’s page, or says how to', async () => {
    const bench = await asking(ASKED);
    await bench.click(bench.button(t('gateSecondOpen')));
    expect([bench.approval.openPage.mock.calls.length, bench.said()]).toEqual([1, '']);
    bench.approval.openPage.mockResolvedValue(false);
    await bench.click(bench.button(t('gateSecondOpen')));
    expect(bench.said()).toBe(t('gateSecondOpenFailed'));
  });

  test('is answered as soon as the approver has answered in another tab', async () => {
    const bench = await asking(ASKED);
    expect(bench.ports.answer).not.toHaveBeenCalled();
    await bench.become(GIVEN);
    expect(bench.ports.answer.mock.calls).toEqual([[{ item: 'second-person', person: '山田' }]]);
    expect(bench.find('.approval-said').textContent).toBe(t('gateSecondGiven', '山田'));
    expect([bench.state('second-person'), bench.final().getAttribute('aria-disabled')]).toEqual([
      'right',
      'false',
    ]);
  });

  test('does not count what the page says against the worker', async () => {
    const bench = await asking(ASKED);
    bench.ports.answer.mockResolvedValue('incomplete');
    await bench.become(GIVEN);
    expect(bench.final().getAttribute('aria-disabled')).toBe('true');
  });

  test.each<[ApprovalState, string]>([
    [{ kind: 'differs', person: '山田' }, t('gateSecondDiffers', '山田')],
    [{ kind: 'practised' }, t('gateSecondPractised')],
    [
      { kind: 'sent-back', person: '山田', reason: '割引率が違います' },
      t('gateSecondSentBack', '山田', '割引率が違います'),
    ],
  ])('says how it ended (%o) and can be done again', async (state, words) => {
    const bench = await asking(ASKED);
    await bench.become(state);
    expect(bench.find('.approval-said').textContent).toBe(words);
    await typeInto(bench, '#answer-second-person', '佐藤');
    await bench.click(bench.button(t('gateSecondAgain')));
    expect(bench.find('.approval-code bdi').textContent).toBe('7K2M-9QR0');
  });

  test('says that the request is over', async () => {
    const bench = await asking(ASKED);
    await bench.become({ kind: 'none' });
    expect(bench.said()).toBe(t('gateSecondOver'));
    expect(bench.button(t('gateSecondAsk'))).toBeDefined();
  });

  test('looks no more once it is given, and not after the end', async () => {
    const bench = await asking(GIVEN);
    const { state } = bench.approval;
    state.mockClear();
    await bench.pass(10_000);
    expect(state).not.toHaveBeenCalled();
  });
});

describe('a code that was read out', () => {
  const enter = async (answer: ApprovalAnswer | null) => {
    const bench = await asking(ASKED, answer);
    await typeInto(bench, '#approval-answer', 'abcd efgh jkmn');
    await bench.click(bench.button(t('gateSecondEnter')));
    return bench;
  };

  test.each<[ApprovalAnswer | null, string]>([
    [answerOf('misread'), t('approvalMisread')],
    [answerOf('incomplete'), t('approvalCodeLength', 12)],
    [answerOf('wrong'), t('gateSecondWrongCode')],
    [answerOf('wrong', 30), `${t('gateSecondWrongCode')} ${t('approvalWait', 30)}`],
    [answerOf('wait', 15), t('approvalWait', 15)],
    [answerOf('own'), t('approvalOwn')],
    [answerOf('unseen'), t('gateSecondUnseen')],
    [answerOf('practice'), t('gateSecondPracticeCode')],
    [answerOf('over'), t('gateSecondOver')],
    [null, t('gateSecondFailed')],
  ])('(%o) is answered in words', async (answer, words) => {
    const bench = await enter(answer);
    expect(bench.said()).toBe(words);
    expect(bench.state('second-person')).toBe('open');
  });

  test('that is right answers the item at once', async () => {
    const bench = await asking(ASKED, answerOf('given'));
    bench.approval.state.mockResolvedValue(GIVEN);
    await typeInto(bench, '#approval-answer', 'ABCD-EFGH-JKMN');
    await bench.click(bench.button(t('gateSecondEnter')));
    expect(bench.state('second-person')).toBe('right');
  });
});

describe('what is sent to an approver at another computer', () => {
  const writeText = vi.fn<(text: string) => Promise<void>>();
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  });
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  test('is copied with a sentence that says what it is for', async () => {
    const bench = await asking(ASKED);
    await bench.click(bench.button(t('gateSecondCopy')));
    expect(writeText.mock.calls).toEqual([[`${t('gateSecondBriefHead')}\nmatta-approval-1:abcd.`]]);
    expect(bench.find('.approval-copied').textContent).toBe(t('gateSecondCopied'));
  });

  test('is said not to be copied where the browser refuses, or there is nothing to copy', async () => {
    const bench = await asking(ASKED);
    writeText.mockRejectedValue(new Error('denied'));
    await bench.click(bench.button(t('gateSecondCopy')));
    expect([bench.said(), bench.find('.approval-copied').textContent]).toEqual([
      t('gateSecondCopyFailed'),
      '',
    ]);
    bench.approval.brief.mockResolvedValue(null);
    await bench.click(bench.button(t('gateSecondCopy')));
    expect(bench.said()).toBe(t('gateSecondNoBrief'));
  });
});

describe('the supervisor’s own questions', () => {
  const STOCK = { name: 'custom:stock', kind: 'number', text: { ja: '在庫は' }, choices: [] };
  const TICK = { name: 'custom:shop', kind: 'tick', text: { ja: '店に' }, choices: [] };
  const own = (typed: string) => [{ item: 'custom:stock', given: { kind: 'number', typed } }];
  const typeStock = async (bench: Awaited<ReturnType<typeof asking>>, typed: string) => {
    const field = bench.find<HTMLInputElement>('input[id="answer-custom:stock"]');
    await bench.type(field, typed);
    await bench.leave(field);
  };

  test('are answered before a second person is asked, as far as they are compared', async () => {
    const bench = await asking({ kind: 'none' }, null, [STOCK, TICK]);
    await typeInto(bench, '#answer-second-person', '佐藤');
    await bench.click(bench.button(t('gateSecondAsk')));
    expect([bench.said(), bench.approval.ask.mock.calls]).toEqual([t('gateSecondAnswersFirst'), []]);
    await typeStock(bench, '30');
    await bench.click(bench.button(t('gateSecondAsk')));
    expect(bench.approval.ask.mock.calls).toEqual([['佐藤', own('30')]]);
  });

  test('take the approval with them when an answer is changed, and give it back', async () => {
    const bench = await asking({ kind: 'none' }, null, [STOCK]);
    await typeStock(bench, '30');
    bench.approval.state.mockImplementation(async (answers) =>
      JSON.stringify(answers) === JSON.stringify(own('30')) ? GIVEN : { kind: 'none' },
    );
    await bench.pass(2_000);
    expect(bench.state('second-person')).toBe('right');
    await typeStock(bench, '31');
    expect([bench.state('second-person'), bench.said()]).toEqual(['open', t('gateSecondOver')]);
    expect(bench.final().getAttribute('aria-disabled')).toBe('true');
    await typeStock(bench, '30');
    await bench.pass(2_000);
    expect([bench.state('second-person'), bench.said()]).toEqual(['right', '']);
  });
});
