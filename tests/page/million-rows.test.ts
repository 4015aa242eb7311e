// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { RowOrder } from '../../src/line/chat/row-order.ts';

const ROWS = 1_000_000;
const ROW_HEIGHT = 50;

/** As much of an element as the order of rows asks for: a million real ones would need gigabytes. */
class LightRow {
  static layoutReads = 0;
  static comparisons = 0;
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }

  compareDocumentPosition(other: LightRow): number {
    LightRow.comparisons++;
    return other.index > this.index ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  }

  getBoundingClientRect(): { top: number; bottom: number } {
    LightRow.layoutReads++;
    return { top: this.index * ROW_HEIGHT, bottom: (this.index + 1) * ROW_HEIGHT };
  }
}

/** The order asks rows for nothing that a light one has not. */
const asElements = (rows: readonly LightRow[]) => rows as unknown as HTMLElement[];

test('among a million rows those near the view are found, and a new one is put in, by looking at a few dozen', () => {
  const order = new RowOrder();
  const rows = Array.from({ length: ROWS }, (_, index) => new LightRow(index));
  order.insert(asElements(rows.toSpliced(700_000, 1)));
  expect(order.all).toHaveLength(ROWS - 1);

  LightRow.layoutReads = 0;
  const near = order.between(500_000 * ROW_HEIGHT, 500_020 * ROW_HEIGHT);
  expect(near).toHaveLength(21);
  expect(LightRow.layoutReads).toBeLessThan(60);

  LightRow.comparisons = 0;
  order.insert(asElements([new LightRow(700_000)]));
  order.insert(asElements([new LightRow(ROWS)]));
  expect(LightRow.comparisons).toBeLessThan(60);
  expect(order.all.slice(699_999, 700_002).map((row) => (row as unknown as LightRow).index)).toEqual([
    699_999, 700_000, 700_001,
  ]);
});
