import { HOUR, type Instant } from '../../domain/clock.ts';

/** Times of day in one language, in the computer's time zone. */
export class TimeWords {
  readonly #languageTag: string;
  readonly #now: () => Instant;
  #day: Intl.DateTimeFormat | null = null;

  /** @param languageTag as in `lang`; empty for the browser's own language */
  constructor(languageTag: string, now: () => Instant) {
    this.#languageTag = languageTag;
    this.#now = now;
  }

  /** `14:58`, with the date where it is not today. */
  of(at: Instant): string {
    const date = new Date(at);
    const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
    return this.isToday(at) ? time : `${this.#dayFormat().format(date)} ${time}`;
  }

  isToday(at: Instant): boolean {
    const today = new Date(this.#now());
    const date = new Date(at);
    return date.getDate() === today.getDate() && Math.abs(at - today.getTime()) < A_DAY_AT_MOST_MS;
  }

  /** Made only when it is needed: the first one costs a chat page more than all badges together. */
  #dayFormat(): Intl.DateTimeFormat {
    const tag = this.#languageTag === '' ? undefined : this.#languageTag;
    this.#day ??= new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' });
    return this.#day;
  }
}

/** Longer than the longest day (summer time ends), far shorter than the shortest month. */
const A_DAY_AT_MOST_MS = 26 * HOUR;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
