import type { Instant } from '../../domain/clock.ts';
import { anchors, anySelector, attributes } from './anchors.ts';
import { type CalendarDay, readDayText } from './day-text.ts';
import { part } from './part.ts';
import { RowOrder } from './row-order.ts';

const ANY_DAY = anySelector('day');
/** For asking whether a label without a number is the name of a day at all. */
const SOME_DAY: CalendarDay = { year: 2026, month: 1, day: 1 };

/** The date separators of one conversation, for rows whose time must be read from the clock beside them. */
export class DaySeparators {
  readonly #order = new RowOrder();
  /** What a label meant when it was first seen: 今日 may still stand there after midnight. */
  readonly #meanings = new WeakMap<Element, { readonly label: string; readonly day: CalendarDay | null }>();

  /** Takes in the separators in `root`, itself included. Work grows with `root`. */
  add(root: Element, now: Instant): void {
    // A label that changes is inside of its separator.
    const found = [root.closest(ANY_DAY), ...root.querySelectorAll(ANY_DAY)].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && isSeparator(element),
    );
    // Those that are known may have been moved.
    this.#order.remove(new Set(found));
    this.#order.insert(found);
    for (const separator of found) this.#meaningOf(separator, now);
  }

  /** Forgets separators that have left the page. */
  prune(): void {
    this.#order.remove(new Set(this.#order.all.filter((element) => !element.isConnected)));
  }

  /** The day under whose separator a row stands; null when no separator above it can be read. */
  dayOf(row: HTMLElement, now: Instant): CalendarDay | null {
    const separators = this.#order.all;
    for (let index = separators.length - 1; index >= 0; index--) {
      const separator = separators[index];
      if (separator === undefined) break;
      const isAbove = separator.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAbove && separator.isConnected) return this.#meaningOf(separator, now);
    }
    return null;
  }

  #meaningOf(separator: Element, now: Instant): CalendarDay | null {
    const label = labelOf(separator);
    const known = this.#meanings.get(separator);
    if (known?.label === label) return known.day;
    const day = dayOfSeparator(separator, label, now);
    this.#meanings.set(separator, { label, day });
    return day;
  }
}

/** First instant of a minute of a day in the computer's time zone; `minute` counts from midnight. */
export function instantOn(day: CalendarDay, minute: number): Instant {
  return new Date(day.year, day.month - 1, day.day, 0, minute).getTime();
}

/**
 * Until 2023 system lines of other kinds had the same class as the date. Those that hold a number may be dates in a form
 * that is not known, and then the day below them is not known either.
 */
function isSeparator(element: Element): boolean {
  if (element.matches(anchors.day[0])) return true;
  const label = labelOf(element);
  return /\d/.test(label) || readDayText(label, SOME_DAY) !== null;
}

/** Label and time stamp must name the same day where both can be read; the stamp's time of day means nothing certain. */
function dayOfSeparator(separator: Element, label: string, now: Instant): CalendarDay | null {
  const byLabel = readDayText(label, calendarDay(new Date(now)));
  const stamp = separator.getAttribute(attributes.dayStamp) ?? '';
  const byStamp = /^\d{10,13}$/.test(stamp) ? calendarDay(new Date(Number(stamp))) : null;
  if (byLabel === null || byStamp === null) return byLabel ?? byStamp;
  return instantOn(byLabel, 0) === instantOn(byStamp, 0) ? byLabel : null;
}

function labelOf(separator: Element): string {
  return (part(separator, 'dayLabel') ?? separator).textContent.trim();
}

function calendarDay(date: Date): CalendarDay {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}
