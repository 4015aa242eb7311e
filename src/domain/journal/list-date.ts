import { DAY, type Instant } from '../clock.ts';

/** Months as a list of LINE's may write them; a Thai or English one also in short. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'มกราคม', 'ม.ค.'],
  ['feb', 'กุมภาพันธ์', 'ก.พ.'],
  ['mar', 'มีนาคม', 'มี.ค.'],
  ['apr', 'เมษายน', 'เม.ย.'],
  ['may', 'พฤษภาคม', 'พ.ค.'],
  ['jun', 'มิถุนายน', 'มิ.ย.'],
  ['jul', 'กรกฎาคม', 'ก.ค.'],
  ['aug', 'สิงหาคม', 'ส.ค.'],
  ['sep', 'กันยายน', 'ก.ย.'],
  ['oct', 'ตุลาคม', 'ต.ค.'],
  ['nov', 'พฤศจิกายน', 'พ.ย.'],
  ['dec', 'ธันวาคม', 'ธ.ค.'],
];

const EAST_ASIAN = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;
const YEAR_FIRST = /(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const MONTH_AND_DAY = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/])/;
const DAY_WORD = /(?<!\d)(\d{1,2})\s?([a-z]{3,9}|[ก-๙.]{4,12})\.?,?\s?(\d{4})?(?!\d)/;
const WORD_DAY = /([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?!\d)/;
const TIME =
  /(午前|午後|上午|下午|am|pm)?\s?(?<!\d)(\d{1,2})(?:[:.]|\s?[時点點]\s?)(\d{2})?(?::\d{2})?\s?分?\s?(am|pm|a\.m\.|p\.m\.)?(?![\d/年月])/g;

/** A year of the Buddhist era, as Thai writes it, is larger than any of ours. */
const BUDDHIST_FROM = 2_400;
const BUDDHIST_ERA = 543;

interface Written {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** What is left of the text, where the time may be. */
  readonly rest: string;
}

/** Where in a text a moment stands. */
export interface FoundMoment {
  readonly at: Instant;
  /** The text without date and time. */
  readonly rest: string;
}

/**
 * The day and time that a text names, by the clock of this computer, to the minute; null where there is none, or one that may be
 * read in two ways (`3/4/2026`).
 * @param now a day without a year is the last one that is not after tomorrow
 */
export function findMoment(text: string, now: Instant): FoundMoment | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const date = readDate(plain);
  const time = date === null ? null : readTime(date.rest);
  if (date === null || time === null) return null;
  const { month, day } = date;
  const at = new Date(yearOf(date, now), month - 1, day, time.hour, time.minute);
  const isReal = at.getMonth() === month - 1 && at.getDate() === day;
  return isReal ? { at: at.getTime(), rest: time.rest } : null;
}

function readDate(text: string): Written | null {
  const found = [yearFirst, yearLast, dayWord, wordDay, monthAndDay].map((read) => read(text));
  return found.find((date) => date !== null) ?? null;
}

function yearFirst(text: string): Written | null {
  const match = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  return match === null ? null : written(match, match[1], Number(match[2]), Number(match[3]));
}

/** Day or month first: only where one of the two can be no month, or the year is Thai. */
function yearLast(text: string): Written | null {
  const match = YEAR_LAST.exec(text);
  if (match === null) return null;
  const [a, b] = [Number(match[1]), Number(match[2])];
  const isDayFirst = a > 12 || a === b || Number(match[3]) > BUDDHIST_FROM;
  if (!isDayFirst && b <= 12) return null;
  return isDayFirst ? written(match, match[3], b, a) : written(match, match[3], a, b);
}

function dayWord(text: string): Written | null {
  const match = DAY_WORD.exec(text);
  return match === null ? null : written(match, match[3], monthOf(match[2]), Number(match[1]));
}

function wordDay(text: string): Written | null {
  const match = WORD_DAY.exec(text);
  return match === null ? null : written(match, match[3], monthOf(match[1]), Number(match[2]));
}

function monthAndDay(text: string): Written | null {
  const match = MONTH_AND_DAY.exec(text);
  return match === null ? null : written(match, undefined, Number(match[1]), Number(match[2]));
}

function written(match: RegExpExecArray, year: string | undefined, month: number, day: number) {
  if (month < 1 || month > 12) return null;
  const rest = `${match.input.slice(0, match.index)} ${match.input.slice(match.index + match[0].length)}`;
  return { year: year === undefined ? null : Number(year), month, day, rest };
}

/** 0: no month. */
function monthOf(word = ''): number {
  return 1 + MONTHS.findIndex((names) => names.some((name) => word.startsWith(name)));
}

function yearOf({ year, month, day }: Written, now: Instant): number {
  if (year !== null) return year > BUDDHIST_FROM ? year - BUDDHIST_ERA : year;
  const thisYear = new Date(now).getFullYear();
  return new Date(thisYear, month - 1, day).getTime() > now + DAY ? thisYear - 1 : thisYear;
}

function readTime(
  text: string,
): { readonly hour: number; readonly minute: number; readonly rest: string } | null {
  for (const match of text.matchAll(TIME)) {
    const [whole, before, hours, minutes = '00', after] = match;
    const half = before ?? after?.replaceAll('.', '');
    const isAfternoon = half === '午後' || half === '下午' || half === 'pm';
    const number = Number(hours);
    const hour = half === undefined ? number : (number % 12) + (isAfternoon ? 12 : 0);
    if (hour > 23 || Number(minutes) > 59) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`;
    return { hour, minute: Number(minutes), rest };
  }
  return null;
}
