// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../../src/domain/clock.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import type { OptionsPorts } from '../../../src/pages/options/options-ports.ts';
import { FakePolicyStore, fakeOptionsPorts, SAKURA_SALON } from '../../support/pages/fake-options-ports.ts';
import { MIDORI, SAKURA, unsendableMessage } from '../../support/pages/fake-popup-ports.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

async function show(changed: Partial<OptionsPorts> = {}) {
  const store = new FakePolicyStore({ windows: { [SAKURA]: { mode: 'hour' }, [MIDORI]: { mode: 'hour' } } });
  const ports = fakeOptionsPorts({ policy: store, ...changed });
  const page = await renderPage(<Options inForce={store.inForce} ports={ports} />);
  return { page, store, ports };
}

describe('forgetting an account', () => {
  it('asks first and says how many records there are', async () => {
    const { page, ports } = await show();
    await page.click(page.button('記録を消す'));
    expect(page.find('.question').textContent).toContain(
      '記録（12件）と、このアカウントの設定を消しますか？',
    );
    expect(document.activeElement).toBe(page.find('.question'));
    expect(ports.forgetAccount).not.toHaveBeenCalled();
  });

  it('removes records and settings of this account alone, and says how many were removed', async () => {
    const accounts = vi
      .fn<OptionsPorts['accounts']>()
      .mockResolvedValueOnce([SAKURA_SALON])
      .mockResolvedValueOnce([]);
    const { page, ports, store } = await show({ accounts });
    await page.click(page.button('記録を消す'));
    await page.click(page.button('消す'));
    await page.pass(0);
    expect(ports.forgetAccount).toHaveBeenCalledExactlyOnceWith(SAKURA);
    expect(page.text()).toContain('記録を消しました（12件）');
    expect(store.stored.windows).toEqual({ [MIDORI]: { mode: 'hour' } });
    expect(page.text()).toContain('記録のあるアカウントはありません。');
  });

  it('removes nothing when the question is answered with no, and gives the focus back', async () => {
    const { page, ports, store } = await show();
    const button = page.button('記録を消す');
    button.focus();
    await page.click(button);
    await page.click(page.button('やめる'));
    expect(ports.forgetAccount).not.toHaveBeenCalled();
    expect(store.stored.windows[SAKURA]).toEqual({ mode: 'hour' });
    expect(page.all('.question')).toHaveLength(0);
    expect(document.activeElement).toBe(button);
  });

  it('says when it did not work, and keeps the settings', async () => {
    const { page, store } = await show({ forgetAccount: () => Promise.reject(new Error('failed')) });
    await page.click(page.button('記録を消す'));
    await page.click(page.button('消す'));
    expect(page.text()).toContain('消せませんでした。');
    expect(store.stored.windows[SAKURA]).toEqual({ mode: 'hour' });
  });
});

describe('the export', () => {
  const [first, second, third] = ['1', '2', '3'].map(
    (id, index) => unsendableMessage(id, NOON + index * MINUTE).message,
  );

  it('writes every page into one file that can be read as JSON', async () => {
    if (first === undefined || second === undefined || third === undefined) throw new Error('no messages');
    const exportPage = vi
      .fn<OptionsPorts['exportPage']>()
      .mockResolvedValueOnce([first, second])
      .mockResolvedValueOnce([third])
      .mockResolvedValueOnce([]);
    const { page, ports } = await show({ exportPage });
    await page.click(page.button('記録を書き出す'));
    expect(exportPage.mock.calls).toEqual([
      [null],
      [[second.sendTime.earliest, '2']],
      [[third.sendTime.earliest, '3']],
    ]);
    const [name, parts] = vi.mocked(ports.saveFile).mock.calls[0] ?? [];
    expect(name).toBe('matta-messages-2026-11-23.json');
    expect(JSON.parse((parts ?? []).join(''))).toEqual({
      format: 'matta-messages',
      version: 1,
      exportedAt: '2026-11-23T12:00:00+09:00',
      messages: [first, second, third],
    });
    expect(page.text()).toContain('書き出しました（3件）');
  });

  it('saves no empty file', async () => {
    const { page, ports } = await show();
    await page.click(page.button('記録を書き出す'));
    expect(ports.saveFile).not.toHaveBeenCalled();
    expect(page.text()).toContain('書き出す記録はありません。');
  });

  it('saves no half file when the store fails', async () => {
    if (first === undefined) throw new Error('no messages');
    const exportPage = vi
      .fn<OptionsPorts['exportPage']>()
      .mockResolvedValueOnce([first])
      .mockRejectedValueOnce(new Error('failed'));
    const { page, ports } = await show({ exportPage });
    await page.click(page.button('記録を書き出す'));
    expect(ports.saveFile).not.toHaveBeenCalled();
    expect(page.text()).toContain('書き出せませんでした。');
  });
});
