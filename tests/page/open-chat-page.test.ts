// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { chatPage, el, messageList, row, run } from '../support/chat-markup.ts';
import { ACCOUNT, CUSTOMER, GROUP, settle } from '../support/conversation-bench.ts';
import { address, listOf, message, open, visit } from '../support/page-bench.ts';
import { watchLeftovers } from '../support/watch-leftovers.ts';

describe('a conversation', () => {
  test('that is there already is told of, with its rows', () => {
    const one = message();
    document.body.append(chatPage(listOf(one)));
    const { page, last } = open(address(CUSTOMER));
    expect(last()).toMatchObject({ account: ACCOUNT, id: CUSTOMER });
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
    expect(last()).toMatchObject({ id: GROUP });
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

describe('the end', () => {
  test.each([
    ['with a conversation open', () => document.body.append(chatPage(listOf(message())))],
    ['while a conversation is searched for', () => document.body.append(el('div'))],
  ])('leaves nothing behind %s', async (_, prepare) => {
    prepare();
    const leftovers = watchLeftovers();
    const { last, isOpen, signal, end: finish } = open(address(CUSTOMER));
    last()?.onView(() => {}, signal);
    finish();
    expect(leftovers()).toEqual({ observers: 0, listeners: 0, timers: 0 });
    expect(isOpen()).not.toContain(true);
    document.body.append(chatPage(listOf(message())));
    await settle();
    expect(isOpen()).not.toContain(true);
  });
});
