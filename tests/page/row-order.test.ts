// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowOrder } from '../../src/line/chat/row-order.ts';
import { el } from '../support/chat-markup.ts';
import { stack } from '../support/layout.ts';

const rowsOf = (list: Element) => [...list.children].filter((child) => child instanceof HTMLElement);
let made = 0;
/** Each of another class, because elements that look alike count as equal. */
const newRows = (count: number) => Array.from({ length: count }, () => el('div', `row-${++made}`));

function filled(count: number) {
  const list = el('div', '', ...newRows(count));
  document.body.replaceChildren(list);
  const order = new RowOrder();
  order.insert(rowsOf(list));
  return { list, order, rows: rowsOf(list) };
}

const position = fc.double({ min: 0, max: 1, noNaN: true });
const step = fc.record({
  // `scatter`: rows of one batch that do not stand together.
  what: fc.constantFrom('insert', 'scatter', 'remove', 'move'),
  at: position,
  count: fc.integer({ min: 1, max: 5 }),
  shuffle: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does to the page what a step says, and tells the order of it. */
function take(list: Element, order: RowOrder, { what, at, count, shuffle }: Step): void {
  const rows = rowsOf(list);
  const gap = (share: number) => list.children[Math.floor(share * (rows.length + 1))] ?? null;
  const from = Math.floor(at * rows.length);
  if (what === 'insert' || what === 'scatter') {
    const added = newRows(count);
    const before = gap(at);
    for (const [index, one] of added.entries())
      list.insertBefore(one, what === 'insert' ? before : gap((at + index / 3) % 1));
    order.insert(shuffle ? added.toReversed() : added);
    return;
  }
  const gone = rows.slice(from, from + count);
  for (const one of gone) one.remove();
  order.remove(new Set(gone));
  if (what === 'remove') return;
  const before = gap(1 - at);
  for (const one of gone) list.insertBefore(one, before);
  order.insert(shuffle ? gone.toReversed() : gone);
}

describe('the order of rows', () => {
  test('is the page’s after any insertions, removals and moves, in batches of any order', async () => {
    await fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { list, order } = filled(0);
        for (const one of steps) {
          take(list, order, one);
          expect(order.all).toEqual(rowsOf(list));
        }
        for (const [index, one] of rowsOf(list).entries()) expect(order.indexOf(one)).toBe(index);
      }),
      { numRuns: 60 },
    );
  });

  test('does not know a row that was never put in, wherever it stands', () => {
    const { list, order } = filled(5);
    const stranger = el('div');
    list.insertBefore(stranger, list.children[2] ?? null);
    expect(order.indexOf(stranger)).toBe(-1);
    expect(order.indexOf(el('div'))).toBe(-1);
  });
});

describe('rows between two heights', () => {
  test('are those that lie at least partly there', () => {
    const { list, order, rows } = filled(100);
    stack(list, rows, { rowHeight: 50 });
    expect(order.between(120, 260)).toEqual(rows.slice(2, 6));
    expect(order.between(-500, -100)).toEqual([]);
    expect(order.between(9_000, 9_100)).toEqual([]);
    expect(order.between(-100, 20)).toEqual(rows.slice(0, 1));
  });

  test('cost about a binary search, however many rows there are', () => {
    const { list, order, rows } = filled(1_024);
    const { reads } = stack(list, rows, { rowHeight: 50 });
    const found = order.between(20_000, 21_000);
    expect(found.length).toBeGreaterThanOrEqual(20);
    expect(reads()).toBeLessThanOrEqual(Math.log2(1_024) + 1 + found.length + 1);
  });
});
