import { fold } from './fold.ts';
import { maskLinks } from './mask-links.ts';
import { type Span, spanOf } from './span.ts';

/** A time of day in a text. `minutes` since midnight; up to 29:59, as late-night shops write. */
export interface FoundTime extends Span {
  readonly minutes: number;
}

const TIME =
  /(?<![\d:.])(?:(?<half>午前|午後|AM|PM)\s?)?(?<hour>[0-2]?\d)(?::(?<colon>[0-5]\d)(?![\d:])|時(?!間|代|短|点)(?:(?<half30>半)|(?<minute>[0-5]?\d)分)?)(?:\s?(?<late>am|pm)(?![a-z]))?/gi;

/** All times of day: `18:00`, `午後6時半`, `6:30 PM`. `3時間` is none. */
export function findTimes(text: string): readonly FoundTime[] {
  const searched = maskLinks(text, fold(text));
  return [...searched.matchAll(TIME)].map(({ index, 0: { length }, groups }) => ({
    ...spanOf(text, index, index + length),
    minutes: minutesOf(groups ?? {}),
  }));
}

function minutesOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { half, hour, colon, half30, minute, late } = groups;
  const written = Number(hour);
  const word = (half ?? late ?? '').toLowerCase();
  const isAfternoon = word === '午後' || word === 'pm';
  const isMorning = word === '午前' || word === 'am';
  const hours = isAfternoon && written < 12 ? written + 12 : isMorning && written === 12 ? 0 : written;
  return hours * 60 + (half30 === undefined ? Number(colon ?? minute ?? 0) : 30);
}
