import { DAY, HOUR, type Instant, MINUTE } from '../../../domain/clock.ts';

/** Dates and times of day in one language, in this computer's time zone. */
export class WhenWords {
  readonly #tag: string | undefined;

  /** @param languageTag BCP 47 tag; empty for the browser's own language */
  constructor(languageTag: string) {
    this.#tag = languageTag === '' ? undefined : languageTag;
  }

  /** `12月1日(火) 10:00`, with the year where it is not this one. */
  dateAndTime(at: Instant, now: Instant): string {
    return `${this.#date(at, now)} ${timeOfDay(at)}`;
  }

  /** `10:00` for today, else with the date. */
  recent(at: Instant, now: Instant): string {
    return daysBetween(now, at) === 0 ? timeOfDay(at) : this.dateAndTime(at, now);
  }

  /** How far away it is: `12分後`, `5時間後`, `5日後`; also of the past. */
  distance(at: Instant, now: Instant): string {
    const away = at - now;
    const words = new Intl.RelativeTimeFormat(this.#tag);
    const said =
      Math.abs(away) < HOUR
        ? words.format(Math.trunc(away / MINUTE), 'minute')
        : Math.abs(away) < DAY
          ? words.format(Math.trunc(away / HOUR), 'hour')
          : words.format(daysBetween(now, at), 'day');
    // Japanese and Chinese set no blank between a number and its word.
    return said.replace(/(\d) (?=[\u3040-\u9fff])/, '$1');
  }

  /** The names of the days, Sunday first. */
  weekdays(): readonly string[] {
    const names = new Intl.DateTimeFormat(this.#tag, { weekday: 'long', timeZone: 'UTC' });
    // 1970-01-04 was a Sunday.
    return Array.from({ length: 7 }, (_, day) => names.format((3 + day) * DAY));
  }

  /** `本文、人数` */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.#tag).format(parts);
  }

  number(count: number): string {
    return new Intl.NumberFormat(this.#tag).format(count);
  }

  #date(at: Instant, now: Instant): string {
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    const format = new Intl.DateTimeFormat(this.#tag, {
      ...(isThisYear ? {} : { year: 'numeric' }),
      month: 'short',
      day: 'numeric',
      weekday: 'short',
    });
    return format.format(at);
  }
}

/** `10:00`, with 24 hours in every language. */
function timeOfDay(at: Instant): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Calendar days from one moment to another; half a day more or less is the shift of summer time. */
function daysBetween(from: Instant, to: Instant): number {
  const midnight = (at: Instant) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / DAY);
}
