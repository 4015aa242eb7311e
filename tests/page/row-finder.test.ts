// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findRows, scrollerOf } from '../../src/line/chat/row-finder.ts';
import { el, idAt, messageList, row, run } from '../support/chat-markup.ts';

const ID = idAt(Date.UTC(2026, 10, 23, 1));
const withId = (element: HTMLElement, id: string) => {
  element.dataset['id'] = id;
  return element;
};

describe('rows', () => {
  test('are found by their class, in page order, whatever they hold', () => {
    const rows = [row({ id: ID }), row({ content: 'sticker' }), row({}, { more: false })];
    const list = messageList(run('incoming', ...rows.slice(0, 1)), run('outgoing', ...rows.slice(1)));
    expect(findRows(list)).toEqual({ rows, alternative: 0 });
  });

  test('include the searched element itself', () => {
    const one = row({ id: ID });
    expect(findRows(one).rows).toEqual([one]);
  });

  test.each([
    [17, true],
    [18, true],
    [19, true],
    [16, false],
    [20, false],
  ])('of a renamed class are found by an id of %i digits: %s', (digits, isRow) => {
    const one = withId(el('div', 'x1', el('div', 'x2', 'text')), '9'.repeat(digits));
    expect(findRows(el('div', '', one))).toEqual(
      isRow ? { rows: [one], alternative: 1 } : { rows: [], alternative: -1 },
    );
  });

  test.each(['', 'c0ffee00-1111-4222-8333-444455556666', '12'])(
    'are not taken from other things that carry an id like %j',
    (id) => {
      expect(findRows(el('ul', '', withId(el('li', 'list-group-item'), id))).rows).toEqual([]);
    },
  );

  test('without class and id are found by what a row is made of', () => {
    const byMain = el('div', 'x1', el('div', 'chat-main'));
    const byItem = el('div', 'x1', el('div', 'chat-item'));
    expect(findRows(el('div', '', byMain))).toEqual({ rows: [byMain], alternative: 2 });
    expect(findRows(el('div', '', byItem))).toEqual({ rows: [byItem], alternative: 3 });
  });

  test('are found by one alternative at a time: parts of a row are no rows', () => {
    const one = row({ id: ID });
    expect(findRows(el('div', '', one)).rows).toEqual([one]);
  });

  test('are not found where nothing is known of the markup', () => {
    expect(findRows(el('div', 'a', el('p', 'b', 'text')))).toEqual({ rows: [], alternative: -1 });
  });
});

describe('the scroller', () => {
  test('is the nearest ancestor that scrolls, whatever its class', () => {
    const one = row();
    const inner = el('section', 'x9', run('outgoing', one));
    inner.style.overflowY = 'scroll';
    document.body.append(messageList(inner));
    expect(scrollerOf(one)).toBe(inner);
    expect(scrollerOf(inner)).toBe(inner.parentElement);
  });

  test('is missing where nothing scrolls', () => {
    const one = row();
    document.body.replaceChildren(run('outgoing', one));
    expect(scrollerOf(one)).toBeNull();
  });
});
