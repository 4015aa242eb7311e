// @vitest-environment jsdom
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
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
async function asking(state: ApprovalState, entered: ApprovalAnswer | null = answerOf('misread')) {
  let now = state;
  const approval = {
    ask: vi.fn<ApprovalPorts['ask']>(async () => {
      now = ASKED;
      return now;
    }),
    state: vi.fn<ApprovalPorts['state']>(async () => now),
    enter: vi.fn<ApprovalPorts['enter']>(async () => entered),
    openPage: vi.fn<ApprovalPorts['openPage']>(async () => true),
  };
  const ports = {
    ...fakeGatePorts({ open: async () => sheetOf({ items: [{ name: 'second-person' }] }) }),
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
    expect(bench.approval.ask.mock.calls).toEqual([['佐藤']]);
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
