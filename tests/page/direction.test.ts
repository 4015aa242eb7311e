// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { directionByLayout, directionOf } from '../../src/line/chat/direction.ts';
import { el, messageList, row, run, runOfClass } from '../support/chat-markup.ts';
import { placeAt } from '../support/layout.ts';

/** A row in a list of 800 px, its content from `left` to `left + width`. */
function laidOut({ left = 100, width = 200, reversed = false, classes = 'block' } = {}) {
  const one = row({ text: '' });
  const holder = runOfClass(classes, null, one);
  if (reversed) holder.setAttribute('style', 'display: flex; flex-direction: row-reverse');
  const list = messageList(holder);
  document.body.replaceChildren(list);
  placeAt(list, { width: 800, height: 600 });
  const [content] = one.children;
  if (content !== undefined) placeAt(content, { left, width, height: 30 });
  return { one, list };
}

beforeEach(() => document.body.replaceChildren());

describe('by class', () => {
  test('a run that is laid out from the right is the account’s, whatever its colour', () => {
    for (const colour of ['chat-success', 'chat-primary', 'chat-secondary', '']) {
      const one = row();
      const list = messageList(runOfClass(`chat chat-reverse ${colour}`, null, one));
      expect(directionOf(one, list, 'class')).toBe('outgoing');
    }
  });

  test('a run without the mark is the customer’s, and its layout is not read', () => {
    const one = row();
    const list = messageList(run('incoming', one));
    const reads = placeAt(list, { width: 800 });
    expect(directionOf(one, list, 'class')).toBe('incoming');
    expect(reads.reads).toBe(0);
  });

  test('a row without any run is told by its layout', () => {
    const { one, list } = laidOut({ left: 500, reversed: true });
    expect(directionOf(one, list, 'class')).toBe('outgoing');
  });
});

describe('by layout', () => {
  test('the right side of a reversed row is the account’s, the left side of a plain one the customer’s', () => {
    const right = laidOut({ left: 560, reversed: true });
    expect(directionByLayout(right.one, right.list)).toBe('outgoing');
    const left = laidOut({ left: 40 });
    expect(directionByLayout(left.one, left.list)).toBe('incoming');
  });

  test('signals that contradict each other decide nothing', () => {
    const right = laidOut({ left: 560, reversed: false });
    expect(directionByLayout(right.one, right.list)).toBe('undecided');
    const left = laidOut({ left: 40, reversed: true });
    expect(directionByLayout(left.one, left.list)).toBe('undecided');
  });

  test('a row in the middle, or one without a size, decides nothing', () => {
    const middle = laidOut({ left: 305, width: 200, reversed: true });
    expect(directionByLayout(middle.one, middle.list)).toBe('undecided');
    const empty = laidOut({ left: 560, width: 0, reversed: true });
    expect(directionByLayout(empty.one, empty.list)).toBe('undecided');
  });

  test('our own badge is no part of the row', () => {
    const { one, list } = laidOut({ left: 40 });
    const badge = document.createElement('matta-badge');
    placeAt(badge, { left: 700, width: 112, height: 18 });
    one.append(badge);
    expect(directionByLayout(one, list)).toBe('incoming');
  });

  test('a list that is reversed as a whole says nothing of its rows', () => {
    const { one, list } = laidOut({ left: 560 });
    list.style.display = 'flex';
    list.style.flexDirection = 'row-reverse';
    expect(directionByLayout(one, list)).toBe('undecided');
  });

  test('is asked in mode `layout` even of runs that have LINE’s class, but the mark still counts', () => {
    const incoming = laidOut({ left: 560, reversed: true, classes: 'chat chat-secondary' });
    expect(directionOf(incoming.one, incoming.list, 'class')).toBe('incoming');
    expect(directionOf(incoming.one, incoming.list, 'layout')).toBe('outgoing');
    const marked = row();
    expect(directionOf(marked, messageList(el('div', 'chat-reverse', marked)), 'layout')).toBe('outgoing');
  });
});
