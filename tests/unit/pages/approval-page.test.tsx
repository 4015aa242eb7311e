// @vitest-environment jsdom
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { approvalIdSchema } from '../../../src/domain/broadcast/approval/approval.ts';
import type { ApprovalLook } from '../../../src/domain/broadcast/approval/look.ts';
import { spokenCodeSchema } from '../../../src/domain/broadcast/approval/spoken-code.ts';
import {
  APPROVAL_RESULTS,
  type ApprovalAnswer,
  type PendingApproval,
} from '../../../src/messaging/approval-protocol.ts';
import { ApprovalPage } from '../../../src/pages/approval/approval-page.tsx';
import { fakeApprovalPorts } from '../../support/pages/fake-approval-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ID = v.parse(approvalIdSchema, 'a'.repeat(32));
const LOOK: ApprovalLook = {
  bubbles: [{ kind: 'text', text: '冬のフェアを始めます。', name: null, links: [] }],
  values: [],
  links: [],
  questions: [],
};
const REQUEST: PendingApproval = {
  id: ID,
  operator: '佐藤',
  askedAt: Date.UTC(2026, 10, 26, 1, 0),
  needsPassphrase: true,
  look: LOOK,
};
const answerOf = (
  result: ApprovalAnswer['result'],
  change: Partial<ApprovalAnswer> = {},
): ApprovalAnswer => ({
  result,
  waitSeconds: 0,
  code: null,
  ...change,
});

async function show(pending = [REQUEST], answer = answerOf('given')) {
  const ports = fakeApprovalPorts(pending, answer);
  const page = await renderPage(<ApprovalPage ports={ports} />);
  return { ports, page };
}
const type = (page: RenderedPage, id: string, text: string) =>
  page.enter(page.find<HTMLInputElement>(`#${id}`), text);
async function answerAll(page: RenderedPage): Promise<void> {
  await type(page, 'name', '山田');
  await type(page, 'passphrase', '晴れときどき豚まん');
  await type(page, 'account', '@bakery');
  await type(page, 'people', '842');
  await page.click(page.find('input[name="when"][value="now"]'));
}
const NOTHING_DONE = { ticked: [], opened: [], custom: [] };
const ANSWERED = {
  name: '山田',
  passphrase: '晴れときどき豚まん',
  answers: { account: '@bakery', people: '842', when: { kind: 'now' } },
  isPractice: false,
};

describe('the approver’s page', () => {
  it('shows what the newest request says and who asks, and gives the worker the answers', async () => {
    const { page, ports } = await show();
    expect(page.text()).toContain('冬のフェアを始めます。');
    expect(page.text()).toContain(t('approvalHere', '佐藤', '10:00'));
    await answerAll(page);
    await page.click(page.button(t('approvalGive')));
    expect(ports.give.mock.calls).toEqual([
      [{ ...ANSWERED, request: { way: 'here', id: ID }, looked: { look: LOOK, ...NOTHING_DONE } }],
    ]);
    expect(page.find('.notice-title').textContent).toBe(t('approvalGiven'));
    // Nobody finds it typed there afterwards.
    expect(page.find<HTMLInputElement>('#passphrase').value).toBe('');
  });

  it('asks the worker nothing before everything is answered', async () => {
    const { page, ports } = await show();
    await page.click(page.button(t('approvalGive')));
    await page.click(page.find('input[name="when"][value="at"]'));
    await page.enter(page.find<HTMLSelectElement>('#weekday'), '2');
    await page.click(page.button(t('approvalGive')));
    expect(ports.give).not.toHaveBeenCalled();
    expect(page.find('.notice-title').textContent).toBe(t('approvalIncomplete'));
  });

  it('gives weekday and time, and what is said not to be shown', async () => {
    const { page, ports } = await show();
    await type(page, 'name', '山田');
    await type(page, 'account', '@bakery');
    await page.click(page.find('input[name="when"][value="at"]'));
    await page.enter(page.find<HTMLSelectElement>('#weekday'), '2');
    await type(page, 'time', '10:05');
    const [, notShown] = page.all('input[type="checkbox"]:not(#practice)');
    if (notShown !== undefined) await page.click(notShown);
    await page.click(page.button(t('approvalGive')));
    expect(ports.give.mock.calls[0]?.[0].answers).toEqual({
      account: '@bakery',
      people: null,
      when: { kind: 'at', weekday: 2, time: '10:05' },
    });
  });

  it('without a request here takes a code that was read out, and shows the one to read back', async () => {
    const code = v.parse(spokenCodeSchema, '7K2M9QR0ABCD');
    const { page, ports } = await show([], answerOf('told', { code }));
    await type(page, 'code', '7k2m 9qr0');
    await answerAll(page);
    await page.click(page.button(t('approvalTell')));
    expect(ports.give.mock.calls).toEqual([
      [{ ...ANSWERED, request: { way: 'code', typed: '7k2m 9qr0' }, looked: null }],
    ]);
    expect(page.find('.spoken').textContent).toBe('7K2M-9QR0-ABCD');
  });

  it('asks for no passphrase where nobody is registered, and says so', async () => {
    const { page } = await show([{ ...REQUEST, needsPassphrase: false }]);
    expect(page.all('#passphrase')).toEqual([]);
    expect(page.text()).toContain(t('approvalUnregistered'));
  });

  it('says that practice approves nothing, asks for no passphrase and cannot send back', async () => {
    const { page, ports } = await show([REQUEST], answerOf('practice'));
    await page.click(page.find('#practice'));
    expect(page.text()).toContain(t('approvalPracticeOn'));
    expect(page.all('#passphrase')).toEqual([]);
    expect(page.text()).not.toContain(t('approvalSendBackAct'));
    await type(page, 'name', '佐藤');
    await type(page, 'account', '@bakery');
    await type(page, 'people', '842');
    await page.click(page.find('input[name="when"][value="now"]'));
    await page.click(page.button(t('approvalTry')));
    expect(ports.give.mock.calls[0]?.[0].isPractice).toBe(true);
    expect(page.all('.notice-title').map((title) => title.textContent)).toContain(t('approvalPracticeRight'));
  });

  it('sends back with a reason, not without', async () => {
    const { page, ports } = await show([REQUEST], answerOf('sent-back'));
    await type(page, 'name', '山田');
    await page.click(page.button(t('approvalSendBack')));
    await type(page, 'reason', 'だめ');
    expect(page.button(t('approvalSendBackAct')).disabled).toBe(true);
    await type(page, 'reason', '割引率が原稿と違います');
    await page.click(page.button(t('approvalSendBackAct')));
    expect(ports.sendBack.mock.calls[0]?.[0]).toMatchObject({
      name: '山田',
      request: { way: 'here', id: ID },
      reason: '割引率が原稿と違います',
    });
  });

  it('stays with what somebody is about to answer when another request comes', async () => {
    const { page, ports } = await show();
    await answerAll(page);
    const other = { ...REQUEST, id: v.parse(approvalIdSchema, 'b'.repeat(32)), operator: '高橋' };
    ports.pending.mockResolvedValue([other, REQUEST]);
    await page.pass(5_000);
    await page.click(page.button(t('approvalGive')));
    expect(ports.give.mock.calls[0]?.[0].request).toEqual({ way: 'here', id: ID });
  });

  it('asks everything anew when the request is replaced by another, and keeps who answers', async () => {
    const { page, ports } = await show();
    await answerAll(page);
    ports.pending.mockResolvedValue([{ ...REQUEST, id: v.parse(approvalIdSchema, 'b'.repeat(32)) }]);
    await page.pass(5_000);
    const values = ['name', 'account', 'people'].map((id) => page.find<HTMLInputElement>(`#${id}`).value);
    expect(values).toEqual(['山田', '', '']);
    await page.click(page.button(t('approvalGive')));
    expect(ports.give).not.toHaveBeenCalled();
  });

  it('stays with a code that is being typed when a request comes', async () => {
    const { page, ports } = await show([]);
    await type(page, 'code', '7k2m');
    ports.pending.mockResolvedValue([REQUEST]);
    await page.pass(5_000);
    expect(page.find<HTMLInputElement>('#code').value).toBe('7k2m');
  });

  it('sees a request that comes later, and says that the worker does not answer', async () => {
    const { page, ports } = await show([]);
    expect(page.text()).toContain(t('approvalNoneHere'));
    ports.pending.mockResolvedValue([REQUEST]);
    ports.give.mockRejectedValue(new Error('gone'));
    await page.pass(5_000);
    await answerAll(page);
    await page.click(page.button(t('approvalGive')));
    expect(page.find('.notice-title').textContent).toBe(t('approvalFailed'));
  });

  test.each(APPROVAL_RESULTS)('has a sentence for “%s”', async (result) => {
    const { page } = await show([REQUEST], answerOf(result, { waitSeconds: 15 }));
    await answerAll(page);
    await page.click(page.button(t('approvalGive')));
    const said = page.find('.notice').textContent ?? '';
    expect(said.length).toBeGreaterThan(8);
    expect(said).not.toMatch(/approval[A-Z]/);
    expect(said.includes('15秒')).toBe(result === 'wait' || result === 'wrong');
  });
});
