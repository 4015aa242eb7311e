import { DayView, type Matching, type ShownDay } from './day-view.ts';
import { RowView } from './row-view.ts';
import type { RoomTraits, RowSource } from './run-view.ts';

/** Keeps the message list in step with the days that should be shown. */
export class TimelineView {
  readonly #scroller: HTMLElement;
  /** Where the last day ends: the spacer of a list that shows only part of itself. */
  readonly #end: Node | null;
  #days: readonly DayView[] = [];
  #rows = new Map<string, RowView>();

  constructor(scroller: HTMLElement, end: Node | null) {
    this.#scroller = scroller;
    this.#end = end;
  }

  /** The rows now in the list, in page order. */
  get rows(): readonly RowView[] {
    return this.#days.flatMap((day) => day.runs.flatMap((run) => run.rows));
  }

  /** One element for each message and system row now in the list, in page order. */
  get items(): readonly Element[] {
    return this.#days.flatMap((day) => day.items);
  }

  /** Shows days, oldest first. Days whose blocks are the same objects as before cost nothing. */
  render(days: readonly ShownDay[], traits: RoomTraits, matching: Matching): void {
    const previous = this.#days;
    if (matching === 'positional') this.#rows = new Map();
    const source = this.#rowSource(matching);
    const byNumber = new Map(previous.map((view) => [view.number, view]));
    const next = days.map((day, position) => {
      const known = matching === 'keyed' ? byNumber.get(day.number) : previous[position];
      const view = known ?? new DayView();
      view.show(day, traits, source, matching);
      return view;
    });
    const kept = new Set(next);
    for (const view of previous) if (!kept.has(view)) view.remove();
    this.#days = next;
    this.#place(next);
    this.#forgetHiddenRows();
  }

  /** Makes the row with this key get a new element at the next rendering. */
  forget(key: string): void {
    this.#rows.delete(key);
  }

  /** Takes out of every row what the page did not put there. */
  clean(): void {
    for (const row of this.rows) row.clean();
  }

  #rowSource(matching: Matching): RowSource {
    return (row, previous, position) => {
      const { key } = row.message;
      const known = matching === 'keyed' ? this.#rows.get(key) : previous[position];
      const view = known ?? new RowView();
      this.#rows.set(key, view);
      return view;
    };
  }

  #place(days: readonly DayView[]): void {
    let end: Node | null = this.#end;
    for (const day of days.toReversed()) {
      day.place(this.#scroller, end);
      end = day.start;
    }
  }

  #forgetHiddenRows(): void {
    const shown = this.rows;
    if (shown.length === this.#rows.size) return;
    this.#rows = new Map(shown.map((view) => [view.message?.key ?? '', view]));
  }
}
