import type { Clock, Instant } from '../../domain/clock.ts';
import { IdTrust } from '../../domain/unsend/id-trust.ts';
import { type DecodedId, decodeMessageId } from '../../domain/unsend/message-id.ts';
import { isBeyondCorrection, type PcClock } from '../../domain/unsend/pc-clock.ts';
import {
  decideSendTime,
  type Interval,
  minuteInterval,
  type SendTime,
} from '../../domain/unsend/send-time.ts';
import { type DaySeparators, instantOn } from './day-separators.ts';
import { runOf } from './direction.ts';
import type { RowFacts } from './read-row.ts';
import type { RowOrder } from './row-order.ts';

/** `id`: of the message that was observed, as soon as LINE has given it one. */
interface Observation extends Interval {
  readonly id: string | null;
}

const NOTHING: DecodedId = { form: 'unreadable' };

/**
 * When the messages of one conversation were sent: reads every piece of evidence a row gives, checks the pieces against
 * each other and remembers what the checks say of the conversation as a whole.
 */
export class SendTimes {
  readonly #clock: Clock;
  readonly #pcClock: PcClock;
  readonly #order: RowOrder;
  readonly #days: DaySeparators;
  readonly #factsOf: (row: HTMLElement) => RowFacts;
  readonly #trust = new IdTrust();
  readonly #observed = new WeakMap<HTMLElement, Observation>();
  #lastIndex = -1;
  /** The newest message lies in the future, but nothing else says so: its id may be damaged. */
  #newestInFuture = false;

  constructor(parts: {
    clock: Clock;
    pcClock: PcClock;
    order: RowOrder;
    days: DaySeparators;
    factsOf: (row: HTMLElement) => RowFacts;
  }) {
    this.#clock = parts.clock;
    this.#pcClock = parts.pcClock;
    this.#order = parts.order;
    this.#days = parts.days;
    this.#factsOf = parts.factsOf;
  }

  /** Changes whenever something became known that may change what other rows mean. */
  get version(): string {
    return `${this.idsDistrusted}/${this.#newestInFuture}/${this.#pcClock.correction()}`;
  }

  get idsDistrusted(): boolean {
    return this.#trust.distrusted;
  }

  /** The corrected current time; null when the computer's clock is wrong by more than can be corrected. */
  now(): Instant | null {
    return this.#newestInFuture ? null : this.#pcClock.now();
  }

  /** What a row's id says. */
  decode(row: HTMLElement): DecodedId {
    const { id } = this.#factsOf(row);
    return id === null ? NOTHING : decodeMessageId(id, this.#clock.now());
  }

  /** The operator's press at `pressedAt` made this row appear. Not believed where the row's own clock says otherwise. */
  observe(row: HTMLElement, pressedAt: Instant): void {
    const { clockMinute } = this.#factsOf(row);
    if (clockMinute !== null && !isSameMinute(clockMinute, pressedAt)) return;
    const to = Math.max(pressedAt, this.#clock.now());
    this.#observed.set(row, { from: pressedAt, to, id: this.#factsOf(row).id });
  }

  /** What {@link observe} was told of a row, for the element that takes its place. */
  observedPress(row: HTMLElement): Instant | null {
    return this.#observationOf(row)?.from ?? null;
  }

  /** Compares a row's pieces of evidence with each other and with the row above. Call once for each reading of a row. */
  check(row: HTMLElement): void {
    const decoded = this.decode(row);
    const { clockMinute } = this.#factsOf(row);
    if (decoded.form === 'unreadable') return;
    if (clockMinute !== null) this.#trust.noteClock(decoded.at, clockMinute);
    const index = this.#indexOf(row);
    const above = index > 0 ? this.#order.all[index - 1] : undefined;
    const decodedAbove = above === undefined ? NOTHING : this.decode(above);
    if (decodedAbove.form === 'sent' && decoded.form === 'sent')
      this.#trust.noteOrder(decodedAbove.at, decoded.at);
    this.#noteAgainstClock(decoded.at, clockMinute, index === this.#order.all.length - 1);
  }

  /** When the message of a row was sent; null where nothing is certain. */
  of(row: HTMLElement): SendTime | null {
    const id = this.#takenId(row);
    const byId = decideSendTime({ id, observed: null, clock: null }, !this.idsDistrusted);
    if (byId !== null) return byId;
    const observed = this.#observationOf(row);
    const clock = observed === null ? this.#clockInterval(row) : null;
    return decideSendTime({ id, observed, clock }, !this.idsDistrusted);
  }

  /** A name that LINE's client gives counts once the row shows a clock: signs that it was refused may have been missed. */
  #takenId(row: HTMLElement): DecodedId {
    const id = this.decode(row);
    return id.form === 'client-sent' && this.#factsOf(row).clockMinute === null ? NOTHING : id;
  }

  /** An element that LINE has given another message's id to shows that message now, of which nothing was observed. */
  #observationOf(row: HTMLElement): Interval | null {
    const observed = this.#observed.get(row);
    if (observed === undefined) return null;
    const { id } = this.#factsOf(row);
    if (observed.id === null && id !== null) this.#observed.set(row, { ...observed, id });
    return observed.id === null || observed.id === id ? observed : null;
  }

  /**
   * Only the newest row tells of a wrong clock: a damaged id further up is followed by sound ones. It is proof for all
   * conversations when the row's own clock says the same, and otherwise a doubt that concerns this one.
   */
  #noteAgainstClock(sentAt: Instant, clockMinute: number | null, isNewest: boolean): void {
    if (this.idsDistrusted) return;
    this.#pcClock.noteSeen(sentAt);
    if (!isNewest || !isBeyondCorrection(sentAt, this.#clock.now())) return;
    this.#newestInFuture = true;
    if (clockMinute !== null && isSameMinute(clockMinute, sentAt)) this.#pcClock.noteWrong();
  }

  /**
   * The span that the clocks on the page leave for a row. A row without a clock was sent after the last clock above it
   * and not after the next one in its run: whether a run may span several minutes is not known, so that the later clock
   * alone would promise too much.
   */
  #clockInterval(row: HTMLElement): Interval | null {
    const now = this.#clock.now();
    const day = this.#days.dayOf(row, now);
    if (day === null) return null;
    const own = this.#factsOf(row).clockMinute;
    if (own !== null) return this.#plausible(minuteInterval(instantOn(day, own)), row);
    const rows = this.#order.all;
    const index = this.#indexOf(row);
    const next = this.#clockBelow(row, index);
    if (next === null) return null;
    let from = instantOn(day, 0);
    for (let above = index - 1; above >= 0; above--) {
      const other = rows[above];
      const minute = other === undefined ? null : this.#factsOf(other).clockMinute;
      if (other === undefined || minute === null) continue;
      const otherDay = this.#days.dayOf(other, now);
      if (otherDay !== null) from = Math.max(from, instantOn(otherDay, minute));
      break;
    }
    const to = minuteInterval(instantOn(day, next)).to;
    return from > to ? null : this.#plausible({ from, to }, row);
  }

  #clockBelow(row: HTMLElement, index: number): number | null {
    const run = runOf(row);
    const rows = this.#order.all;
    for (let below = index + 1; below < rows.length; below++) {
      const other = rows[below];
      if (other === undefined || run === null || !run.contains(other)) return null;
      const minute = this.#factsOf(other).clockMinute;
      if (minute !== null) return minute;
    }
    return null;
  }

  #plausible(interval: Interval, row: HTMLElement): Interval | null {
    const isNewest = this.#order.all.at(-1) === row;
    const now = this.#clock.now();
    this.#pcClock.noteSeen(interval.from);
    if (!isBeyondCorrection(interval.from, now)) return interval;
    if (isNewest) this.#newestInFuture = true;
    return null;
  }

  /** Rows are mostly read one after the other. */
  #indexOf(row: HTMLElement): number {
    const guess = this.#lastIndex + 1;
    this.#lastIndex = this.#order.all[guess] === row ? guess : this.#order.indexOf(row);
    return this.#lastIndex;
  }
}

/** Whether a displayed clock, in minutes since midnight, and an instant agree in the computer's zone, give or take one. */
function isSameMinute(clockMinute: number, at: Instant): boolean {
  const date = new Date(at);
  const apart = Math.abs(date.getHours() * 60 + date.getMinutes() - clockMinute);
  return Math.min(apart, 24 * 60 - apart) <= 1;
}
