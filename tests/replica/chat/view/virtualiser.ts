import { element } from '../dom.ts';
import type { Block } from '../model/runs.ts';
import type { ShownDay } from './day-view.ts';

/** Rows kept on either side of what is in view. */
const MARGIN_ROWS = 24;
/** Rows that the list starts with, and that stand around a place jumped to. */
const WINDOW_ROWS = 60;
/** What a hidden row is taken to be high; the anchor row keeps the view still where that is wrong. */
const ROW_HEIGHT_PX = 64;

/** Keeps rows far from the view out of the DOM, with a spacer in place of those above and below. */
export class Virtualiser {
  readonly top = element('div', 'virtual-spacer');
  readonly bottom = element('div', 'virtual-spacer');
  #from = 0;
  #to = 0;
  #total = 0;

  /** Moves the window to the newest rows. */
  toEnd(total: number): void {
    this.#total = total;
    this.#to = total;
    this.#from = Math.max(0, total - WINDOW_ROWS);
  }

  /** Rows were added in front: the window keeps showing the same ones. */
  shift(count: number): void {
    this.#total += count;
    this.#from += count;
    this.#to += count;
  }

  /** Moves the window after the rows that are in view; answers whether it moved. */
  follow(scroller: HTMLElement, rows: readonly Element[]): boolean {
    const [first, last] = this.#inView(scroller, rows);
    const from = Math.max(0, first - MARGIN_ROWS);
    const to = Math.min(this.#total, last + MARGIN_ROWS);
    const near = Math.abs(from - this.#from) < MARGIN_ROWS / 2 && Math.abs(to - this.#to) < MARGIN_ROWS / 2;
    const reachesEnds = (from > 0 || this.#from === 0) && (to < this.#total || this.#to === this.#total);
    if (near && reachesEnds) return false;
    this.#from = from;
    this.#to = to;
    return true;
  }

  /** The part of the days that belongs into the DOM; sets the spacers for the rest. */
  trim(days: readonly ShownDay[], total: number): readonly ShownDay[] {
    this.#total = total;
    this.#to = Math.min(this.#to, total);
    let index = 0;
    const blocks = (block: Block): readonly Block[] => {
      if (block.type === 'notice') return this.#holds(index++) ? [block] : [];
      const rows = block.rows.filter(() => this.#holds(index++));
      return rows.length === 0 ? [] : [{ type: 'run', rows }];
    };
    const trimmed = days
      .map((day) => ({ ...day, blocks: day.blocks.flatMap(blocks) }))
      .filter((day) => day.blocks.length > 0);
    this.top.style.height = `${this.#from * ROW_HEIGHT_PX}px`;
    this.bottom.style.height = `${(total - this.#to) * ROW_HEIGHT_PX}px`;
    return trimmed;
  }

  #holds(index: number): boolean {
    return index >= this.#from && index < this.#to;
  }

  /** Positions, in the whole conversation, of the first row in view and of the one after the last. */
  #inView(scroller: HTMLElement, rows: readonly Element[]): readonly [number, number] {
    const view = scroller.getBoundingClientRect();
    const visible = rows.flatMap((row, index) => {
      const box = row.getBoundingClientRect();
      return box.bottom > view.top && box.top < view.bottom ? [index] : [];
    });
    const first = visible[0];
    const last = visible.at(-1);
    if (first !== undefined && last !== undefined) return [this.#from + first, this.#from + last + 1];
    const middle = Math.round((scroller.scrollTop / Math.max(1, scroller.scrollHeight)) * this.#total);
    return [Math.max(0, middle - 6), Math.min(this.#total, middle + 6)];
  }
}
