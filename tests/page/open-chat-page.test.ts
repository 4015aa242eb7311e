// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import type { Conversation } from '../../src/line/chat/chat-page.ts';
import { openChatPage } from '../../src/line/chat/open-chat-page.ts';
import { chatPage, el, idAt, messageList, row, run } from '../support/chat-markup.ts';
import { ACCOUNT, CUSTOMER, GROUP, japan, settle } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { watchLeftovers } from '../support/watch-leftovers.ts';

const NOW = japan(23, 14, 30);
let ending: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const address = (conversation: string) => `/${ACCOUNT}/chat/${conversation}`;
const visit = (path: string) => history.pushState(null, '', path);
const listOf = (...rows: HTMLElement[]) => messageList(run('outgoing', ...rows));
const message = (minutesAgo = 5) => row({ id: idAt(NOW - minutesAgo * MINUTE) });

/** Opens the page at an address and keeps an account of the conversations that it tells of. */
function open(path: string) {
  visit(path);
  const page = openChatPage(document, new FakeClock(NOW), ending.signal);
  const told: { conversation: Conversation; open: AbortSignal }[] = [];
  page.onConversation((conversation, opened) => told.push({ conversation, open: opened }), ending.signal);
  const last = () => told.at(-1)?.conversation;
  const isOpen = () => told.map(({ open: { aborted } }) => !aborted);
  return { page, told, last, isOpen };
}

describe('a conversation', () => {
  test('that is there already is told of, with its rows', () => {
    const one = message();
    document.body.append(chatPage(listOf(one)));
    const { page, last } = open(address(CUSTOMER));
    expect(last()).toMatchObject({ account: ACCOUNT, id: CUSTOMER, isGroup: false });
    expect(last()?.rows()).toEqual([one]);
    expect(page.account()).toBe(ACCOUNT);
    expect(page.accountName()).toBe('まるやま洋菓子店');
  });

  test('that is rendered later is told of when it is there, in parts or as a whole', async () => {
    const { told, last } = open(address(GROUP));
    const list = messageList();
    document.body.append(chatPage(list));
    await settle();
    expect(told).toEqual([]);
    list.append(run('incoming', row()));
    await settle();
    expect(last()).toMatchObject({ id: GROUP, isGroup: true });
  });

  test('is opened anew when LINE replaces its list', async () => {
    document.body.append(chatPage(listOf(message())));
    const { isOpen, last } = open(address(CUSTOMER));
    const other = message(1);
    document.body.replaceChildren(chatPage(listOf(other)));
    await settle();
    expect(isOpen()).toEqual([false, true]);
    expect(last()?.rows()).toEqual([other]);
  });

  test('is another one when the address says so, though LINE keeps the list', async () => {
    const list = listOf(message());
    document.body.append(chatPage(list));
    const { isOpen, last } = open(address(CUSTOMER));
    visit(address(GROUP));
    const other = message(2);
    list.append(run('outgoing', other));
    await settle();
    expect(isOpen()).toEqual([false, true]);
    expect(last()?.id).toBe(GROUP);
    expect(last()?.rows()).toContain(other);
  });

  test('is followed on the way back in the browser’s history, too', () => {
    document.body.append(chatPage(listOf(message())));
    const { last } = open(address(CUSTOMER));
    visit(address(GROUP));
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(last()?.id).toBe(GROUP);
  });

  test('ends when the address names none any more', async () => {
    document.body.append(chatPage(listOf(message())));
    const { isOpen, page } = open(address(CUSTOMER));
    visit(`/${ACCOUNT}`);
    document.body.replaceChildren(el('div', 'settings'));
    await settle();
    expect(isOpen()).toEqual([false]);
    expect(page.account()).toBe(ACCOUNT);
  });

  test('shows none of its old messages as sent just now when LINE renders its list anew', async () => {
    const composer = el('div', 'editor-area', el('textarea'));
    document.body.append(chatPage(listOf(row())), composer);
    const { last } = open(address(CUSTOMER));
    composer.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const old = [row({ id: 'a' }), row({ id: 'b' })];
    document.body.replaceChildren(chatPage(listOf(...old)));
    await settle();
    expect(old.map((one) => last()?.messageOf(one)?.sendTime)).toEqual([null, null]);
  });
});

describe('health', () => {
  function watch(path: string) {
    const { page } = open(path);
    const states: string[] = [];
    page.onHealth(({ state, problems }) => states.push([state, ...problems].join(' ')), ending.signal);
    return states;
  }

  test('is idle without a conversation in the address', () => {
    expect(watch(`/${ACCOUNT}`)).toEqual(['idle']);
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is looked at when the page has come to rest, and told once', async () => {
    const states = watch(address(CUSTOMER));
    document.body.append(chatPage(listOf(message())));
    await settle();
    vi.advanceTimersByTime(1_000);
    expect(states).toEqual(['starting']);
    vi.advanceTimersByTime(10_000);
    expect(states).toEqual(['starting', 'healthy']);
  });

  test('is lost when nothing known appears in six seconds, and back when it does', async () => {
    const states = watch(address(CUSTOMER));
    document.body.append(el('div', 'x1', 'unknown'));
    vi.advanceTimersByTime(6_000);
    expect(states).toEqual(['starting', 'lost rows-not-found']);
    document.body.append(chatPage(listOf(message())));
    await settle();
    vi.advanceTimersByTime(2_000);
    expect(states.at(-1)).toBe('healthy');
  });

  test('gives a slow conversation its six seconds even where another was just being looked at', async () => {
    const list = chatPage(listOf(message()));
    document.body.append(list);
    const states = watch(address(CUSTOMER));
    visit(address(GROUP));
    list.remove();
    await settle();
    vi.advanceTimersByTime(5_000);
    expect(states).toEqual(['starting']);
    vi.advanceTimersByTime(1_100);
    expect(states.at(-1)).toBe('lost rows-not-found');
  });

  test('gives a list that LINE takes away for a moment the same time', async () => {
    const list = chatPage(listOf(message()));
    document.body.append(list);
    const states = watch(address(CUSTOMER));
    list.remove();
    await settle();
    vi.advanceTimersByTime(5_000);
    expect(states).toEqual(['starting']);
  });

  test('is not looked at in a hidden tab, and a tab that comes into view has its time to load', async () => {
    setHidden(true);
    const states = watch(address(CUSTOMER));
    vi.advanceTimersByTime(60_000);
    setHidden(false);
    vi.advanceTimersByTime(5_000);
    expect(states).toEqual(['starting']);
    vi.advanceTimersByTime(1_000);
    expect(states.at(-1)).toBe('lost rows-not-found');
  });

  test('is not put off for ever by a page that never rests', async () => {
    const states = watch(address(CUSTOMER));
    for (let second = 0; second < 8; second++) {
      document.body.append(el('p', '', 'unknown'));
      await settle();
      vi.advanceTimersByTime(1_000);
    }
    expect(states.at(-1)).toBe('lost rows-not-found');
  });
});

describe('the end', () => {
  test.each([
    ['with a conversation open', () => document.body.append(chatPage(listOf(message())))],
    ['while a conversation is searched for', () => document.body.append(el('div'))],
  ])('leaves nothing behind %s', async (_, prepare) => {
    prepare();
    const leftovers = watchLeftovers();
    const { last, isOpen } = open(address(CUSTOMER));
    last()?.onView(() => {}, ending.signal);
    ending.abort();
    expect(leftovers()).toEqual({ observers: 0, listeners: 0, timers: 0 });
    expect(isOpen()).not.toContain(true);
    document.body.append(chatPage(listOf(message())));
    await settle();
    expect(isOpen()).not.toContain(true);
  });
});
