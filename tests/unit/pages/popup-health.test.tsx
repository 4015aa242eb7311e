// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HealthProblem, HealthState } from '../../../src/domain/health.ts';
import type { HealthReport } from '../../../src/messaging/protocol.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import type { PopupPorts } from '../../../src/pages/popup/popup-ports.ts';
import { fakePopupPorts } from '../../support/pages/fake-popup-ports.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const show = (changed: Partial<PopupPorts> = {}) => renderPage(<Popup ports={fakePopupPorts(changed)} />);
const report = (
  state: HealthState,
  problems: HealthProblem[] = [],
  page: HealthReport['page'] = 'chat',
): HealthReport => ({
  page,
  state,
  problems,
  anchors: {},
  clockCorrectionMs: 0,
});
const showState = (state: HealthState, problems?: HealthProblem[]) =>
  show({
    currentTab: async () => ({ id: 7, side: 'chat' }),
    tabHealth: async () => report(state, problems),
  });

describe('the state of the page in this tab', () => {
  it.each<{ state: HealthState; words: string }>([
    { state: 'starting', words: 'ページを確認しています。' },
    { state: 'idle', words: '会話を開くと、残り時間を表示します。' },
    { state: 'healthy', words: '正しく読み取れています。' },
    { state: 'degraded', words: '残り時間を表示できないメッセージがあります。' },
    {
      state: 'lost',
      words:
        'ページをほとんど読み取れません。残り時間の表示がないメッセージは、LINEのメニューで確認してください。',
    },
  ])('is told in a sign and words when it is $state', async ({ state, words }) => {
    const page = await showState(state);
    expect(page.find('.page-state').textContent).toBe(words);
    expect(page.find('.page-state').querySelectorAll('svg')).toHaveLength(1);
  });

  it.each<{ problem: HealthProblem; words: string }>([
    { problem: 'rows-not-found', words: '一覧が見つかりません' },
    { problem: 'direction-unclear', words: '送信したものか受信したものか' },
    { problem: 'ids-distrusted', words: 'メッセージIDと、画面の時刻' },
    { problem: 'clock-wrong', words: 'パソコンの時計' },
    { problem: 'times-unreadable', words: '時刻を読み取れません' },
  ])('names the problem $problem', async ({ problem, words }) => {
    const page = await showState('degraded', [problem]);
    expect(page.all('.page-problems li').map((item) => item.textContent)).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it.each<{ state: HealthState; isFirst: boolean }>([
    { state: 'healthy', isFirst: false },
    { state: 'idle', isFirst: false },
    { state: 'degraded', isFirst: true },
    { state: 'lost', isFirst: true },
  ])('stands above the list only when something is wrong: $state', async ({ state, isFirst }) => {
    const page = await showState(state);
    expect(page.find('main').firstElementChild?.classList.contains('page-health')).toBe(isFirst);
  });

  it('says that no chat of LINE is open', async () => {
    const page = await show({ currentTab: async () => ({ id: 7, side: null }) });
    expect(page.find('.page-state').textContent).toBe(
      'LINE公式アカウントのチャットや管理画面ではありません。',
    );
    expect(page.text()).not.toContain('診断情報をコピー');
  });

  it('says so too when the browser names no tab', async () => {
    const page = await show({ currentTab: async () => null });
    expect(page.find('.page-state').textContent).toBe(
      'LINE公式アカウントのチャットや管理画面ではありません。',
    );
  });

  it('asks to reload a chat page in which Matta does not run', async () => {
    const page = await show({ currentTab: async () => ({ id: 7, side: 'chat' }) });
    expect(page.find('.page-state').textContent).toContain('再読み込みしてください');
  });

  it('says that it is not known when the worker does not answer', async () => {
    const page = await show({ tabHealth: () => Promise.reject(new Error('asleep')) });
    expect(page.find('.page-health').textContent).toContain('情報を読み込めませんでした。');
  });
});

describe('the state of a manager page in this tab', () => {
  const showManager = (state: HealthState, problems?: HealthProblem[]) =>
    show({
      currentTab: async () => ({ id: 7, side: 'manager' }),
      tabHealth: async () => report(state, problems, 'manager'),
    });

  it.each<{ state: HealthState; problems: HealthProblem[]; words: string; isFirst: boolean }>([
    { state: 'starting', problems: [], words: '配信の画面を確認しています', isFirst: false },
    { state: 'idle', problems: [], words: '配信の見張りを始めます', isFirst: false },
    { state: 'healthy', problems: [], words: '配信を見張っています', isFirst: false },
    {
      state: 'degraded',
      problems: ['editor-not-recognised'],
      words: 'この画面は確認できていません',
      isFirst: true,
    },
    {
      state: 'lost',
      problems: ['editor-not-recognised'],
      words: 'この画面は確認できていません',
      isFirst: true,
    },
    { state: 'healthy', problems: ['gate-not-enforced'], words: '配信は止まりません', isFirst: true },
    {
      state: 'degraded',
      problems: ['page-not-hooked', 'gate-not-enforced'],
      words: '配信は止まりません',
      isFirst: true,
    },
  ])('is told in words when it is $state with $problems', async ({ state, problems, words, isFirst }) => {
    const page = await showManager(state, problems);
    expect(page.find('.page-state').textContent).toContain(words);
    expect(page.find('main').firstElementChild?.classList.contains('page-health')).toBe(isFirst);
    expect(page.all('.page-problems li')).toHaveLength(problems.length);
  });

  it.each<{ problem: HealthProblem; words: string }>([
    { problem: 'editor-not-recognised', words: 'ボタンや入力欄が見つかりません' },
    { problem: 'page-not-hooked', words: '再読み込みしてください' },
    { problem: 'gate-not-enforced', words: '「記録だけ」または「使わない」' },
  ])('names the problem $problem', async ({ problem, words }) => {
    const page = await showManager('degraded', [problem]);
    expect(page.find('.page-problems li').textContent).toContain(words);
  });

  it('says where the gate is switched on again', async () => {
    const page = await showManager('healthy', ['gate-not-enforced']);
    expect(page.find('.page-health').textContent).toContain('「配信前の確認」で「守る」を選んでください');
    expect(page.find('.page-health').textContent).not.toContain('ページを再読み込み');
  });

  it('asks to reload a page in which Matta does not run', async () => {
    const page = await show({ currentTab: async () => ({ id: 7, side: 'manager' }) });
    expect(page.find('.page-state').textContent).toContain('再読み込みしてください');
  });

  it('has a diagnostic report, as a chat has', async () => {
    const page = await showManager('degraded', ['editor-not-recognised']);
    await page.click(page.button('診断情報をコピー'));
    expect(page.find('.copy-report [role=status]').textContent).toContain('コピーしました');
  });
});

describe('the way to the journal', () => {
  it('opens beside the page', async () => {
    const page = await show();
    const link = page.find<HTMLAnchorElement>('.popup-header a');
    expect(link.textContent).toBe('配信の記録');
    expect([link.getAttribute('href'), link.target]).toEqual(['../journal/index.html', '_blank']);
  });
});

describe('the diagnostic report', () => {
  it('is taken from the page in this tab and copied', async () => {
    const copyText = vi.fn(async (_text: string) => undefined);
    const page = await show({
      currentTab: async () => ({ id: 7, side: 'chat' }),
      tabHealth: async () => report('lost'),
      diagnosticReport: async (tabId) => `report of tab ${tabId}`,
      copyText,
    });
    await page.click(page.button('診断情報をコピー'));
    expect(copyText).toHaveBeenCalledExactlyOnceWith('report of tab 7');
    expect(page.find('.copy-report [role=status]').textContent).toContain('コピーしました');
  });

  it.each([
    {
      broken: 'the page does not answer',
      ports: { diagnosticReport: () => Promise.reject(new Error('gone')) },
    },
    { broken: 'the clipboard is closed', ports: { copyText: () => Promise.reject(new Error('denied')) } },
  ])('says so when $broken', async ({ ports }) => {
    const page = await show({
      currentTab: async () => ({ id: 7, side: 'chat' }),
      tabHealth: async () => report('healthy'),
      ...ports,
    });
    await page.click(page.button('診断情報をコピー'));
    expect(page.find('.copy-report [role=status]').textContent).toContain('コピーできませんでした');
  });
});
