// @vitest-environment jsdom

import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { conversationIdSchema } from '../../../src/domain/unsend/identity.ts';
import type { StoreState } from '../../../src/messaging/protocol.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import type { PopupPorts } from '../../../src/pages/popup/popup-ports.ts';
import {
  CUSTOMER,
  fakePopupPorts,
  MIDORI,
  SAKURA,
  unsendable,
  unsendableMessage,
} from '../../support/pages/fake-popup-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
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
const left = (page: Awaited<ReturnType<typeof show>>) => page.find('.message-left').textContent;

describe('the list of messages that can still be unsent', () => {
  it('puts the most urgent message first, whatever the order of the answer', async () => {
    const page = await showMessages(
      unsendableMessage('1', NOON + 40 * MINUTE),
      unsendableMessage('2', NOON + 3 * MINUTE),
      unsendableMessage('3', NOON + 20 * MINUTE),
    );
    expect(page.all('.message-left').map((item) => item.textContent)).toEqual([
      'あと3分',
      'あと20分',
      'あと40分',
    ]);
  });

  it('says what a message was, when it was sent and by which account', async () => {
    const page = await show({
      unsendable: async () =>
        unsendable([unsendableMessage('1', NOON + 40 * MINUTE, { kind: 'sticker' })], {
          accountNames: { [SAKURA]: 'さくら美容室' },
        }),
    });
    expect(page.find('.message').textContent).toContain('スタンプ');
    expect(page.find('.message time').textContent).toBe('11:41 送信');
    expect(page.find('.message bdi').textContent).toBe('さくら美容室');
  });

  it('adds the date to a message of another day', async () => {
    const yesterday = unsendableMessage('2', NOON + 5 * HOUR);
    const at = NOON - 19 * HOUR;
    const old = {
      ...yesterday.message,
      sendTime: { ...yesterday.message.sendTime, earliest: at, latest: at },
    };
    const page = await showMessages({ ...yesterday, message: old });
    expect(page.find('.message time').textContent).toBe('11月22日 17:00 送信');
  });

  it('tells accounts without a name apart by their ids', async () => {
    const page = await showMessages(
      unsendableMessage('1', NOON + 3 * MINUTE, { account: SAKURA }),
      unsendableMessage('2', NOON + 4 * MINUTE, { account: MIDORI }),
    );
    expect(page.all('.message bdi').map((name) => name.textContent)).toEqual(['U1a2b…3c4d', 'U9f8e…7d6c']);
  });

  it('marks kinds of which nobody knows whether they can be unsent', async () => {
    const page = await showMessages(
      unsendableMessage('1', NOON + 3 * MINUTE, { kind: 'image' }),
      unsendableMessage('2', NOON + 4 * MINUTE, { kind: 'other' }),
    );
    const doubted = page.all('.message').map((item) => item.querySelector('.message-doubt') !== null);
    expect(doubted).toEqual([false, true]);
  });

  it('marks what was sent to a group or room, as the badge does', async () => {
    const to = (id: string, conversation: string) => {
      const entry = unsendableMessage(id, NOON + Number(id) * MINUTE);
      return {
        ...entry,
        message: { ...entry.message, conversation: v.parse(conversationIdSchema, conversation) },
      };
    };
    const page = await showMessages(
      to('3', CUSTOMER),
      to('4', `C${CUSTOMER.slice(1)}`),
      to('5', `R${CUSTOMER.slice(1)}`),
    );
    const doubts = page
      .all('.message')
      .map((item) => item.querySelector('.message-doubt')?.textContent ?? '');
    expect(doubts).toEqual(['', japaneseTexts.t('popupUnconfirmed'), japaneseTexts.t('popupUnconfirmed')]);
  });

  it('opens the conversation instead of following the link', async () => {
    const openConversation = vi.fn(async () => undefined);
    const page = await show({
      unsendable: async () => unsendable([unsendableMessage('1', NOON + 3 * MINUTE)]),
      openConversation,
    });
    const address = `https://chat.line.biz/${SAKURA}/chat/${CUSTOMER}`;
    expect(page.find('.message').getAttribute('href')).toBe(address);
    await page.click(page.find('.message'));
    expect(openConversation).toHaveBeenCalledExactlyOnceWith(address);
  });

  it('says how many there are when not all are shown', async () => {
    const page = await show({
      unsendable: async () => unsendable([unsendableMessage('1', NOON + 3 * MINUTE)], { total: 31 }),
    });
    expect(page.text()).toContain('全31件のうち、期限が近い1件を表示しています。');
  });

  it('asks again when a place became free and there is more to show', async () => {
    const ask = vi
      .fn()
      .mockResolvedValueOnce(unsendable([unsendableMessage('1', NOON + 3 * SECOND)], { total: 2 }))
      .mockResolvedValueOnce(unsendable([unsendableMessage('2', NOON + 30 * MINUTE)]));
    const page = await show({ unsendable: ask });
    await page.pass(4 * SECOND);
    expect(left(page)).toBe('あと29分');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('shows names with markup and direction marks as text, kept to themselves', async () => {
    const name = '<img src=x onerror=alert(1)>\u202eekil eman a';
    const page = await show({
      unsendable: async () =>
        unsendable([unsendableMessage('1', NOON + 3 * MINUTE)], { accountNames: { [SAKURA]: name } }),
    });
    const shown = page.find('.message bdi');
    expect(shown.textContent).toBe(name);
    expect(shown.children).toHaveLength(0);
    expect(shown.getAttribute('dir')).toBe('auto');
  });
});

describe('the popup without messages', () => {
  it('explains what Matta does and why nothing is listed', async () => {
    const page = await show();
    expect(page.text()).toContain('取り消せる見込みのメッセージはありません');
    expect(page.text()).toContain('取り消せる見込みのある間');
  });

  it('offers to load again when the worker does not answer', async () => {
    const ask = vi
      .fn()
      .mockRejectedValueOnce(new Error('asleep'))
      .mockResolvedValueOnce(unsendable([unsendableMessage('1', NOON + 3 * MINUTE)]));
    const page = await show({ unsendable: ask });
    expect(page.text()).toContain('情報を読み込めませんでした。');
    await page.click(page.button('もう一度読み込む'));
    expect(left(page)).toBe('あと3分');
    expect(page.text()).not.toContain('情報を読み込めませんでした。');
  });

  it.each<{ store: StoreState; notice: string | null; advice: string }>([
    { store: 'fine', notice: null, advice: '' },
    { store: 'full', notice: '記録の保存容量がいっぱいです', advice: '空き容量を増やす' },
    { store: 'rebuilt', notice: '壊れた記録を作り直しました', advice: '会話を開く' },
    { store: 'refused', notice: '記録を保存できません', advice: 'ブラウザーを再起動' },
  ])('says what to do when the store is $store', async ({ store, notice, advice }) => {
    const page = await show({ unsendable: async () => unsendable([], { store }) });
    const titles = page.all('.notice-title').map((title) => title.textContent);
    expect(titles).toEqual(notice === null ? [] : [notice]);
    if (notice !== null) expect(page.find('.notice').textContent).toContain(advice);
  });

  it('says that the clock is wrong instead of saying that there is nothing', async () => {
    const page = await show({ unsendable: async () => unsendable([], { clockWrong: true }) });
    expect(page.find('.notice').textContent).toContain('パソコンの時計がずれています');
    expect(page.text()).not.toContain('取り消せる見込みのメッセージはありません');
  });

  it('opens the settings', async () => {
    const openOptions = vi.fn(async () => undefined);
    const page = await show({ openOptions });
    await page.click(page.button('設定'));
    expect(openOptions).toHaveBeenCalledOnce();
  });
});
