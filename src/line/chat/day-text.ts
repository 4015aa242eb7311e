/** A day of the calendar, without time or zone. `month` 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const TODAY = /^(?:今日|今天|today|วันนี้)$/i;
const YESTERDAY = /^(?:昨日|昨天|yesterday|เมื่อวาน(?:นี้)?)$/i;

/** Names of the days of the week, Sunday first; short forms are prefixes of English ones only. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['日曜日', '星期日', '星期天', '週日', '周日', 'sunday', 'sun', 'วันอาทิตย์', 'อาทิตย์'],
  ['月曜日', '星期一', '週一', '周一', 'monday', 'mon', 'วันจันทร์', 'จันทร์'],
  ['火曜日', '星期二', '週二', '周二', 'tuesday', 'tue', 'วันอังคาร', 'อังคาร'],
  ['水曜日', '星期三', '週三', '周三', 'wednesday', 'wed', 'วันพุธ', 'พุธ'],
  ['木曜日', '星期四', '週四', '周四', 'thursday', 'thu', 'วันพฤหัสบดี', 'พฤหัสบดี', 'พฤหัส'],
  ['金曜日', '星期五', '週五', '周五', 'friday', 'fri', 'วันศุกร์', 'ศุกร์'],
  ['土曜日', '星期六', '週六', '周六', 'saturday', 'sat', 'วันเสาร์', 'เสาร์'],
];
const WEEKDAY_SIGNS = ['日一二三四五六', '日月火水木金土'];

const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const THAI_MONTHS: readonly (readonly string[])[] = [
  ['ม.ค.', 'มกราคม'],
  ['ก.พ.', 'กุมภาพันธ์'],
  ['มี.ค.', 'มีนาคม'],
  ['เม.ย.', 'เมษายน'],
  ['พ.ค.', 'พฤษภาคม'],
  ['มิ.ย.', 'มิถุนายน'],
  ['ก.ค.', 'กรกฎาคม'],
  ['ส.ค.', 'สิงหาคม'],
  ['ก.ย.', 'กันยายน'],
  ['ต.ค.', 'ตุลาคม'],
  ['พ.ย.', 'พฤศจิกายน'],
  ['ธ.ค.', 'ธันวาคม'],
];
/** Thai calendars count from 543 BC. */
const BUDDHIST_ERA = 543;

/** Year, month and day as written; `year` and `weekday` (0: Sunday) null where the label leaves them out. */
interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | null;
}

/**
 * Reads a date separator: 今日, 昨日, 木曜日, 11月22日(日), 2026/11/22, `Thu, Jun 4`, `7 ส.ค. 2569`, 週四…
 * A label without a year means the last such day; one without a year and weekday that would be today or yesterday may as
 * well be a year old and is not read.
 * @param today the day on which the label was first seen
 * @returns null where the label is not certainly one day
 */
export function readDayText(text: string, today: CalendarDay): CalendarDay | null {
  const label = text.replaceAll(/\s+/g, ' ').trim();
  if (TODAY.test(label)) return today;
  if (YESTERDAY.test(label)) return daysBefore(today, 1);
  const weekday = WEEKDAYS.findIndex((names) => names.includes(label.toLowerCase()));
  if (weekday !== -1) return daysBefore(today, ((weekdayOf(today) - weekday + 6) % 7) + 1);
  const written = readNumeric(label) ?? readEnglish(label) ?? readThai(label);
  return written === null ? null : complete(written, today);
}

function readNumeric(label: string): WrittenDay | null {
  const found =
    /^(?:(\d{4})(?:年|[/.-]))?\s?(\d{1,2})(?:月|[/.-])\s?(\d{1,2})日?\s?(?:[(（](?:週|周)?(.)(?:曜日?)?[)）])?$/.exec(
      label,
    );
  if (found === null) return null;
  const [, year, month, day, sign] = found;
  const weekday = sign === undefined ? null : weekdayOfSign(sign);
  // Bare 5/6 is the fifth of June to some and the sixth of May to others.
  const surelyMonthFirst =
    label.includes('月') || year !== undefined || sign !== undefined || Number(day) > 12;
  if (weekday === -1 || !surelyMonthFirst) return null;
  return { year: year === undefined ? null : Number(year), month: Number(month), day: Number(day), weekday };
}

function readEnglish(label: string): WrittenDay | null {
  const found = /^(?:([a-z]{3,9}),? )?([a-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?$/i.exec(label);
  if (found === null) return null;
  const [, weekdayName, monthName = '', day, year] = found;
  const month = ENGLISH_MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  const weekday =
    weekdayName === undefined
      ? null
      : WEEKDAYS.findIndex((names) => names.includes(weekdayName.toLowerCase()));
  if (month === 0 || weekday === -1) return null;
  return { year: year === undefined ? null : Number(year), month, day: Number(day), weekday };
}

function readThai(label: string): WrittenDay | null {
  const found = /^(\d{1,2}) ?([\u0e00-\u0e7f.]+)(?: ?(?:พ\.ศ\. ?)?(\d{4}))?$/.exec(label);
  if (found === null) return null;
  const [, day, monthName = '', yearText] = found;
  const month = THAI_MONTHS.findIndex((names) => names.includes(monthName)) + 1;
  if (month === 0) return null;
  const written = yearText === undefined ? null : Number(yearText);
  const year = written !== null && written > 2400 ? written - BUDDHIST_ERA : written;
  return { year, month, day: Number(day), weekday: null };
}

function complete(written: WrittenDay, today: CalendarDay): CalendarDay | null {
  const { month, day, weekday } = written;
  const fits = (year: number) =>
    exists({ year, month, day }) && (weekday === null || weekdayOf({ year, month, day }) === weekday);
  if (written.year !== null) return fits(written.year) ? { year: written.year, month, day } : null;
  // A weekday falls on the same date again after at most eleven years.
  for (let year = today.year; year >= today.year - 11; year--) {
    const candidate = { year, month, day };
    if (dayNumber(candidate) > dayNumber(today) || !fits(year)) continue;
    return weekday === null && dayNumber(today) - dayNumber(candidate) <= 1 ? null : candidate;
  }
  return null;
}

function weekdayOfSign(sign: string): number {
  return Math.max(...WEEKDAY_SIGNS.map((signs) => signs.indexOf(sign)));
}

function exists(day: CalendarDay): boolean {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day;
}

/** Days since 1970-01-01, so that calendar days can be compared. */
function dayNumber(day: CalendarDay): number {
  return Date.UTC(day.year, day.month - 1, day.day) / 86_400_000;
}

function weekdayOf(day: CalendarDay): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

function daysBefore(day: CalendarDay, days: number): CalendarDay {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day - days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
