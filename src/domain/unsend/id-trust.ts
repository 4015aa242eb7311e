import { DAY, type Instant, MINUTE } from '../clock.ts';

const DAY_MINUTES = DAY / MINUTE;
const QUARTER_HOUR = 15;
const ONE_HOUR = 60;
/** The displayed minute and the id's minute may differ by the time LINE's server took, across a minute's border. */
const TOLERATED_MINUTES = 1;
/** Rows stand in order of sending, but two of one second may stand either way, and a pending row may be overtaken. */
const TOLERATED_DISORDER_MS = MINUTE;

/**
 * Whether the ids of one conversation may be believed. Every row that shows a clock must show the minute which its id
 * holds, give or take one, in some time zone. The page's zone is unknown, but it is a whole number of quarter-hours away
 * from UTC and the same for all rows (or two zones an hour apart, where summer time began or ended). And ids must not
 * fall along the page.
 */
export class IdTrust {
  readonly #offsets = new Set<number>();
  #contradicted = false;

  /**
   * Compares a row's id with its own clock.
   * @param sentAt what its id says
   * @param clockMinute time of day that the row shows, in minutes since midnight
   */
  noteClock(sentAt: Instant, clockMinute: number): void {
    const idMinute = Math.floor(sentAt / MINUTE) % DAY_MINUTES;
    const difference = modulo(clockMinute - idMinute, DAY_MINUTES);
    const offset = Math.round(difference / QUARTER_HOUR) * QUARTER_HOUR;
    if (Math.abs(difference - offset) > TOLERATED_MINUTES) this.#contradicted = true;
    this.#offsets.add(offset % DAY_MINUTES);
  }

  /** Compares the ids of two rows, the first of which stands higher on the page. */
  noteOrder(upper: Instant, lower: Instant): void {
    if (upper - lower > TOLERATED_DISORDER_MS) this.#contradicted = true;
  }

  /** True once a row has contradicted its id; it stays so for as long as the conversation is open. */
  get distrusted(): boolean {
    return this.#contradicted || !isOneZone([...this.#offsets]);
  }
}

function isOneZone(offsets: readonly number[]): boolean {
  if (offsets.length <= 1) return true;
  const [a = 0, b = 0] = offsets;
  const apart = modulo(a - b, DAY_MINUTES);
  return offsets.length === 2 && (apart === ONE_HOUR || apart === DAY_MINUTES - ONE_HOUR);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
