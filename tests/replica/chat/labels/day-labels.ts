import type { Switches } from '../../switches.ts';
import type { DisplayZone } from '../zone.ts';
import type { Labels } from './labels.ts';

const DAY_NAMES_LAST = 6;

/** Writes times and days as the page does under its switches. */
export class DayLabels {
  readonly #labels: Labels;
  readonly #zone: DisplayZone;
  readonly #switches: Switches;

  constructor(labels: Labels, zone: DisplayZone, switches: Switches) {
    this.#labels = labels;
    this.#zone = zone;
    this.#switches = switches;
  }

  /** The clock beside a bubble. */
  clock(epochMs: number): string {
    const time = this.#zone.wallTimeOf(epochMs);
    return this.#switches.clock === '12' ? this.#labels.clock12(time) : this.#labels.clock24(time);
  }

  /** The separator above a day. */
  separator(dayNumber: number, nowMs: number): string {
    const age = this.#zone.dayNumberOf(nowMs) - dayNumber;
    const noon = this.#zone.wallTimeOf(this.#zone.midnightOf(dayNumber) + 43_200_000);
    if (age <= 0) return this.#labels.today;
    if (age === 1) return this.#labels.yesterday;
    if (this.#switches.olderLabel === 'weekday' && age <= DAY_NAMES_LAST) return this.#labels.weekday(noon);
    return this.#labels.date(noon, this.#zone.wallTimeOf(nowMs).year);
  }

  /** The time of a conversation in the list: clock today, then the day, then its name, then its date. */
  listTime(epochMs: number, nowMs: number): string {
    const age = this.#zone.dayNumberOf(nowMs) - this.#zone.dayNumberOf(epochMs);
    const time = this.#zone.wallTimeOf(epochMs);
    if (age <= 0) return this.clock(epochMs);
    if (age === 1) return this.#labels.yesterday;
    return age <= DAY_NAMES_LAST ? this.#labels.weekday(time) : this.#labels.listDate(time);
  }
}
