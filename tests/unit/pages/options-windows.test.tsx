// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import type { WindowChoice } from '../../../src/domain/policy/policy.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import type { OptionsPorts } from '../../../src/pages/options/options-ports.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { MIDORI, SAKURA } from '../../support/pages/fake-popup-ports.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

async function show(choice: WindowChoice | null = null, changed: Partial<OptionsPorts> = {}) {
  const store = new FakePolicyStore({ windows: choice === null ? {} : { [SAKURA]: choice } });
  const ports = fakeOptionsPorts({ policy: store, ...changed });
  const page = await renderPage(<Options inForce={store.inForce} ports={ports} />);
  return { page, store, stored: () => store.stored.windows[SAKURA] };
}
const radio = (page: RenderedPage, mode: WindowChoice['mode']) =>
  page.find<HTMLInputElement>(`[id="${SAKURA}-${mode}"]`);
const minutes = (page: RenderedPage) => page.find<HTMLInputElement>(`[id="${SAKURA}-minutes"]`);
const QUESTION = '実際に取り消せましたか？';

describe('the window of an account', () => {
  it('is automatic until somebody chooses', async () => {
    const { page, stored } = await show();
    expect(radio(page, 'automatic').checked).toBe(true);
    expect(stored()).toBeUndefined();
  });

  it('is saved at once when it is one hour or automatic', async () => {
    const { page, stored } = await show();
    await page.click(radio(page, 'hour'));
    expect(stored()).toEqual({ mode: 'hour' });
    expect(page.find('fieldset.account .outcome').textContent).toBe('保存しました');
    await page.click(radio(page, 'automatic'));
    expect(stored()).toEqual({ mode: 'automatic' });
  });

  it('shows names with markup and direction marks as text, kept to themselves', async () => {
    const name = '</legend><b>\u202eeman';
    const { page } = await show(null, { accounts: async () => [{ account: SAKURA, name, messages: 1 }] });
    // Values of rules are foreign texts as well.
    const names = page.all('bdi').filter((shown) => shown.closest('.rule-shown') === null);
    expect(names.length).toBeGreaterThan(0);
    for (const shown of names) {
      expect([shown.textContent, shown.children.length, shown.getAttribute('dir')]).toEqual([
        name,
        0,
        'auto',
      ]);
    }
  });

  it('is listed too for an account of which nothing is stored any more', async () => {
    const { page } = await show({ mode: 'hour' }, { accounts: async () => [] });
    expect(page.find('legend').textContent).toBe('U1a2b…3c4d');
  });

  it('explains how accounts appear while there are none', async () => {
    const { page } = await show(null, { accounts: async () => [] });
    expect(page.text()).toContain('アカウントはまだありません。');
  });

  it('offers to load again when the worker does not answer', async () => {
    const accounts = vi
      .fn<OptionsPorts['accounts']>()
      .mockRejectedValueOnce(new Error('asleep'))
      .mockResolvedValueOnce([{ account: MIDORI, name: 'みどり薬局', messages: 1 }]);
    const { page } = await show(null, { accounts });
    await page.click(page.button('もう一度読み込む'));
    expect(page.find('legend bdi').textContent).toBe('みどり薬局');
  });
});

describe('24 hours', () => {
  it('asks whether it was tried and how to try it, and saves nothing before the answer', async () => {
    const { page, stored } = await show();
    await page.click(radio(page, 'day'));
    expect(page.find('.question').textContent).toContain(QUESTION);
    expect(page.all('.question .steps li').length).toBeGreaterThan(2);
    expect(document.activeElement).toBe(page.find('.question'));
    expect(stored()).toBeUndefined();
  });

  it('is saved with its date when it was tried', async () => {
    const { page, stored } = await show();
    await page.click(radio(page, 'day'));
    await page.click(page.button('はい、取り消せました'));
    expect(stored()).toEqual({ mode: 'day', checkedAt: NOON });
    expect(page.text()).toContain('2026年11月23日に確認しました。2027年2月21日にもう一度確認します。');
    expect(page.text()).not.toContain(QUESTION);
  });

  it('goes back to what it was when it was not tried', async () => {
    const { page, stored } = await show({ mode: 'hour' });
    await page.click(radio(page, 'day'));
    await page.click(page.button('いいえ、まだ確かめていません'));
    expect(stored()).toEqual({ mode: 'hour' });
    expect(radio(page, 'hour').checked).toBe(true);
    expect(page.text()).not.toContain(QUESTION);
  });

  it('is due again after 90 days, and says that the shorter time is used until then', async () => {
    const { page } = await show({ mode: 'day', checkedAt: NOON - 90 * DAY });
    expect(page.find('.account .notice').textContent).toContain('2026年8月25日の確認から90日が過ぎました。');
    expect(page.find('.account .notice').textContent).toContain('短いほうの時間');
  });

  it('is not due one day earlier', async () => {
    const { page } = await show({ mode: 'day', checkedAt: NOON - 89 * DAY });
    expect(page.all('.account .notice')).toHaveLength(0);
  });

  it('counts from the new day once it was tried again', async () => {
    const { page, stored } = await show({ mode: 'day', checkedAt: NOON - 100 * DAY });
    await page.click(page.button('もう一度確認する'));
    expect(stored()).toEqual({ mode: 'day', checkedAt: NOON - 100 * DAY });
    await page.click(page.button('はい、取り消せました'));
    expect(stored()).toEqual({ mode: 'day', checkedAt: NOON });
    expect(page.all('.account .notice')).toHaveLength(0);
  });
});

describe('the question', () => {
  it('gives the focus back to where it was asked from', async () => {
    const { page } = await show();
    radio(page, 'day').focus();
    await page.click(radio(page, 'day'));
    await page.click(page.button('いいえ、まだ確かめていません'));
    expect(document.activeElement).toBe(radio(page, 'day'));
  });
});

describe('a number of minutes', () => {
  it.each([
    { typed: '1', saved: 1 },
    { typed: '1440', saved: 1440 },
    { typed: '９０', saved: 90 },
  ])('is saved when $typed was entered', async ({ typed, saved }) => {
    const { page, stored } = await show();
    await page.click(radio(page, 'custom'));
    expect(stored()).toBeUndefined();
    await page.enter(minutes(page), typed);
    expect(stored()).toEqual({ mode: 'custom', minutes: saved });
  });

  it.each(['0', '1441', '60分', ''])('is not saved when "%s" was entered', async (typed) => {
    const { page, stored } = await show({ mode: 'custom', minutes: 45 });
    await page.enter(minutes(page), typed);
    expect(stored()).toEqual({ mode: 'custom', minutes: 45 });
    expect(minutes(page).getAttribute('aria-invalid')).toBe('true');
    expect(page.text()).toContain(
      '1から1440までの整数を入力してください。変更前の「45」のまま動いています。',
    );
  });

  it('changes nothing until there is one', async () => {
    const { page, stored } = await show({ mode: 'hour' });
    await page.click(radio(page, 'custom'));
    await page.enter(minutes(page), 'abc');
    expect(stored()).toEqual({ mode: 'hour' });
    expect(page.text()).toContain('入力するまで、変更は保存されません。');
  });
});
