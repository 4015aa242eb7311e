// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import type { PopupPorts } from '../../../src/pages/popup/popup-ports.ts';
import { fakePopupPorts, unsendable, unsendableMessage } from '../../support/pages/fake-popup-ports.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

const show = (changed: Partial<PopupPorts> = {}) => {
  const ports = fakePopupPorts(changed);
  return renderPage(<Popup ports={ports} />);
};
const showMessages = (...messages: Parameters<typeof unsendable>[0]) =>
  show({ unsendable: async () => unsendable(messages) });
const showOne = (leftMs: number) => showMessages(unsendableMessage('1', NOON + leftMs));
const left = (page: Awaited<ReturnType<typeof show>>) => page.find('.message-left').textContent;
const urgency = (page: Awaited<ReturnType<typeof show>>) => page.find('.message').dataset['urgency'];

describe('the countdown', () => {
  it.each([
    { leftMs: 22 * HOUR + 23 * MINUTE, words: 'あと22時間23分', look: 'calm' },
    { leftMs: HOUR, words: 'あと1時間0分', look: 'calm' },
    { leftMs: 11 * MINUTE, words: 'あと11分', look: 'calm' },
    { leftMs: 11 * MINUTE - 1, words: 'あと10分', look: 'warn' },
    { leftMs: 6 * MINUTE, words: 'あと6分', look: 'warn' },
    { leftMs: 6 * MINUTE - 1, words: 'あと5分', look: 'urgent' },
    { leftMs: MINUTE, words: 'あと1分', look: 'urgent' },
    { leftMs: MINUTE - 1, words: 'あと59秒', look: 'urgent' },
    { leftMs: 999, words: 'あと0秒', look: 'urgent' },
  ])('with $leftMs ms left says $words and looks $look', async ({ leftMs, words, look }) => {
    const page = await showOne(leftMs);
    expect([left(page), urgency(page)]).toEqual([words, look]);
  });

  it('says in words that it is getting late, not by colour alone', async () => {
    expect((await showOne(30 * MINUTE)).all('.message-urgency')).toHaveLength(0);
    expect((await showOne(8 * MINUTE)).find('.message-urgency').textContent).toBe('残りわずか');
    expect((await showOne(2 * MINUTE)).find('.message-urgency').textContent).toBe('まもなく期限');
  });

  it('goes over a minute, into seconds and out of the list without a new question', async () => {
    const ask = vi.fn(async () => unsendable([unsendableMessage('1', NOON + 2 * MINUTE + 20 * SECOND)]));
    const page = await show({ unsendable: ask });
    expect(left(page)).toBe('あと2分');
    await page.pass(10);
    expect(left(page)).toBe('あと1分');
    await page.pass(80 * SECOND);
    expect(left(page)).toBe('あと59秒');
    await page.pass(SECOND);
    expect(left(page)).toBe('あと58秒');
    await page.pass(59 * SECOND);
    expect(page.all('.message')).toHaveLength(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is read from the clock again when the page comes back after the computer slept', async () => {
    const page = await showOne(40 * MINUTE);
    vi.setSystemTime(NOON + 30 * MINUTE);
    expect(left(page)).toBe('あと40分');
    document.dispatchEvent(new Event('visibilitychange'));
    await page.pass(0);
    expect(left(page)).toBe('あと10分');
  });

  it('reads the clock no more once the popup is closed', async () => {
    const now = vi.fn(() => Date.now());
    const page = await show({
      clock: { now },
      unsendable: async () => unsendable([unsendableMessage('1', NOON + 40 * MINUTE)]),
    });
    await page.close();
    now.mockClear();
    await page.pass(5 * MINUTE);
    window.dispatchEvent(new Event('focus'));
    expect(now).not.toHaveBeenCalled();
  });

  it('counts by the corrected clock', async () => {
    const page = await show({
      unsendable: async () =>
        unsendable([unsendableMessage('1', NOON + 12 * MINUTE)], { clockCorrectionMs: 90 * SECOND }),
    });
    expect([left(page), urgency(page)]).toEqual(['あと10分', 'warn']);
    await page.pass(10 * MINUTE + 30 * SECOND);
    expect(page.all('.message')).toHaveLength(0);
  });

  it('forgets the clock it has counted by when it learns of a larger correction', async () => {
    const ask = vi
      .fn<PopupPorts['unsendable']>()
      .mockResolvedValueOnce(unsendable([unsendableMessage('1', NOON + SECOND)], { total: 2 }))
      .mockResolvedValueOnce(
        unsendable([unsendableMessage('2', NOON + 20 * MINUTE)], { clockCorrectionMs: 2 * MINUTE }),
      );
    const page = await show({ unsendable: ask });
    await page.pass(SECOND);
    expect(left(page)).toBe('あと17分');
  });
});
