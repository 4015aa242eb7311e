import type { Instant } from '../../domain/clock.ts';

/** Times of day in one language, in the computer's time zone. */
export class TimeWords {
  readonly #now: () => Instant;
  readonly #time: Intl.DateTimeFormat;
  readonly #dayAndTime: Intl.DateTimeFormat;

  /** @param languageTag as in `lang`; empty for the browser's own language */
  constructor(languageTag: string, now: () => Instant) {
    const tag = languageTag === '' ? undefined : languageTag;
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    this.#now = now;
    this.#time = new Intl.DateTimeFormat(tag, time);
    this.#dayAndTime = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', ...time });
  }

  /** `14:58`, with the date where it is not today. */
  of(at: Instant): string {
    return (this.isToday(at) ? this.#time : this.#dayAndTime).format(at);
  }

  isToday(at: Instant): boolean {
    return new Date(at).toDateString() === new Date(this.#now()).toDateString();
  }
}
