/** The month names that stand in English dates; the place is the month less one. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH_NAME = String.raw`(?<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;
const ENGLISH_DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])`;
const REIWA = String.raw`(?:令和\s?|(?<![A-Za-z])R\s?)(?<reiwa>\d{1,2}|元)`;

/** A date as its letters say it; nothing is checked yet. `year` is null where none is written. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Every way to write a date that is understood, for folded text. */
export const DATE_PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\d)(?:(?:(?<year>\d{4})|${REIWA})\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日`,
    'g',
  ),
  /(?<![\d/.])(?<year>(?:19|20|21)\d{2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d/])/g,
  new RegExp(String.raw`${REIWA}[./](?<month>\d{1,2})[./](?<day>\d{1,2})(?![\d/])`, 'g'),
  // A bare 1/2 is also a half: not where a measure follows or "about" stands before it.
  /(?<![\d/.約])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/%])(?!\s?(?:カップ|サイズ|スケール|量|個|本|枚|匙|人前|以下|以上|程度|の量|の確率|ページ|pint|cup))/g,
  new RegExp(String.raw`(?<![A-Za-z])${MONTH_NAME}\s{1,2}${ENGLISH_DAY}(?:\s?,\s?(?<year>\d{4}))?`, 'gi'),
  new RegExp(
    String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?\s${MONTH_NAME}(?![A-Za-z])(?:,?\s(?<year>\d{4}))?`,
    'gi',
  ),
];

/** Reiwa 1 is 2019. */
const BEFORE_REIWA = 2018;

/** What the groups of one of {@link DATE_PATTERNS} hold; null where a number cannot be a month or a day. */
export function readDateGroups(groups: Readonly<Record<string, string | undefined>>): WrittenDate | null {
  const { year, reiwa, month, name, day } = groups;
  const written = {
    year: readYear(year, reiwa),
    month:
      name === undefined
        ? Number(month)
        : MONTHS.findIndex((start) => name.toLowerCase().startsWith(start)) + 1,
    day: Number(day),
  };
  const isPossible = written.month >= 1 && written.month <= 12 && written.day >= 1 && written.day <= 31;
  return isPossible ? written : null;
}

function readYear(year: string | undefined, reiwa: string | undefined): number | null {
  if (year !== undefined) return Number(year);
  if (reiwa !== undefined) return BEFORE_REIWA + (reiwa === '元' ? 1 : Number(reiwa));
  return null;
}
