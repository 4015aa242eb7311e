// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { chatPage, el } from '../support/chat-markup.ts';
import { ACCOUNT, CUSTOMER, GROUP, settle } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { address, listOf, message, open, visit } from '../support/page-bench.ts';

describe('health', () => {
  const watch = (path: string) => open(path).watchHealth();

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

  test('gives each conversation its own six seconds', async () => {
    const states = watch(address(CUSTOMER));
    vi.advanceTimersByTime(5_000);
    visit(address(GROUP));
    document.body.append(el('p'));
    await settle();
    vi.advanceTimersByTime(5_000);
    expect(states).toEqual(['starting']);
    vi.advanceTimersByTime(1_000);
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

test('messages at an address that names no conversation are said not to be recognised, once they have stayed', () => {
  const one = message();
  one.checkVisibility = () => true;
  document.body.append(listOf(one));
  const states = open('/rooms/of-another-form').watchHealth();
  vi.advanceTimersByTime(5_000);
  expect(states).toEqual(['idle']);
  vi.advanceTimersByTime(1_100);
  expect(states.at(-1)).toBe('lost rows-not-found');
});
