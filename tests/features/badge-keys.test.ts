// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { badgeBench, NOW } from '../support/badge-bench.ts';
import { outgoing } from '../support/fake-chat-page.ts';
import { click, press } from '../support/trusted-events.ts';

/** Three badges with a row of the customer's between the first and the second. */
function conversation() {
  const bench = badgeBench();
  bench.opened.add(outgoing(NOW - 3 * MINUTE), null, outgoing(NOW - 2 * MINUTE), outgoing(NOW - MINUTE));
  const [first, second, third] = document.querySelectorAll<HTMLElement>('matta-badge');
  if (first === undefined || second === undefined || third === undefined) throw new Error('no badges');
  return { ...bench, first, second, third };
}

const stops = () => [...document.querySelectorAll('matta-badge[tabindex="0"]')];
const isOpen = () => document.querySelector('matta-explanation') !== null;

describe('the keyboard', () => {
  test('stops at the newest badge alone', () => {
    const { third, opened } = conversation();
    expect(stops()).toEqual([third]);
    const [row] = opened.add(outgoing(NOW));
    expect(stops()).toEqual([row?.querySelector('matta-badge')]);
  });

  test('goes from badge to badge by arrows, past the customer’s rows, and stops at the ends', () => {
    const { first, second, third } = conversation();
    third.focus();
    press(third, 'ArrowUp');
    expect(document.activeElement).toBe(second);
    press(second, 'ArrowUp');
    expect(document.activeElement).toBe(first);
    expect(stops()).toEqual([first]);
    press(first, 'ArrowUp');
    expect(document.activeElement).toBe(first);
    press(first, 'ArrowDown');
    expect(document.activeElement).toBe(second);
  });

  test('reaches badges that were not made yet', () => {
    const { first, opened } = conversation();
    opened.nearView = [];
    const news = Array.from({ length: 100 }, (_, n) => outgoing(NOW - 10 * MINUTE - n));
    const rows = opened.add(...news);
    opened.list.prepend(...rows);
    press(first, 'ArrowUp');
    expect(document.activeElement).toBe(rows.at(-1)?.querySelector('matta-badge'));
  });

  test.each(['Enter', ' '])('opens the explanation with %j and scrolls nothing', (key) => {
    const { third } = conversation();
    const event = press(third, key);
    expect(isOpen()).toBe(true);
    expect(event.defaultPrevented).toBe(true);
  });

  test('leaves a badge with Tab as it leaves other controls, and other keys do nothing', () => {
    const { third } = conversation();
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    expect(press(third, 'Tab').defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(press(third, 'a').defaultPrevented).toBe(false);
    expect(isOpen()).toBe(false);
    document.body.removeEventListener('keydown', heard);
  });
});

describe('events on a badge', () => {
  test('are not heard by LINE’s page', () => {
    const { third, opened } = conversation();
    const heard = vi.fn();
    for (const type of ['click', 'keydown', 'keyup', 'mousedown', 'mouseup', 'pointerdown', 'dblclick'])
      opened.list.addEventListener(type, heard);
    click(third);
    press(third, 'Enter');
    for (const type of ['mousedown', 'mouseup', 'pointerdown', 'dblclick', 'keyup'])
      third.dispatchEvent(new Event(type, { bubbles: true }));
    expect(heard).not.toHaveBeenCalled();
  });

  test('that a script has made do nothing', () => {
    const { third } = conversation();
    third.click();
    third.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    third.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(isOpen()).toBe(false);
  });

  test('on an element of the page that calls itself a badge do nothing', () => {
    const { opened } = conversation();
    const forged = document.createElement('matta-badge');
    opened.list.append(forged);
    click(forged);
    press(forged, 'ArrowUp');
    expect(isOpen()).toBe(false);
  });

  test('on anything else are the page’s own', () => {
    const { opened } = conversation();
    const heard = vi.fn();
    opened.list.addEventListener('click', heard);
    click(opened.list);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
