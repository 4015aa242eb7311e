const READ_MARK = '(?:既読|已讀|已读|Read|อ่านแล้ว)';
const FORENOON = '午前|上午|AM|a\\.m\\.';
const AFTERNOON = '午後|下午|PM|p\\.m\\.';
const HALF = `${FORENOON}|${AFTERNOON}`;

/** The whole of what may stand in a row's margin: read mark, then a clock. Anything else is not guessed at. */
const CLOCK = new RegExp(
  `^(?:${READ_MARK}\\s*\\d{0,3}\\s+|${READ_MARK})?(${HALF})?\\s*(\\d{1,2})[:.：](\\d{2})\\s*(${HALF})?(?:\\s*น\\.?)?$`,
  'i',
);
const READ_MARK_ALONE = new RegExp(`^${READ_MARK}\\s*\\d{0,3}$`, 'i');
const IS_FORENOON = new RegExp(`^(?:${FORENOON})$`, 'i');

/**
 * Reads the displayed time of day: `14:04`, `既読 14:04`, `14.04 น.`, `午後2:04`, `下午 2:04`, `2:04 PM`.
 * @returns minutes since midnight, or null where the text is not certainly one time of day
 */
export function readClockText(text: string): number | null {
  const found = CLOCK.exec(text.replaceAll(/[\s\u200e\u200f\u202f]+/g, ' ').trim());
  if (found === null) return null;
  const [, before, hourText, minuteText, after] = found;
  if (before !== undefined && after !== undefined) return null;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59) return null;
  const half = before ?? after;
  if (half === undefined) return hour > 23 ? null : hour * 60 + minute;
  // Japanese also writes 午後0:04 for what English writes 12:04 PM.
  if (hour > 12) return null;
  return ((hour % 12) + (IS_FORENOON.test(half) ? 0 : 12)) * 60 + minute;
}

/** True for a read mark alone: `既読`, `Read`, `既読 3`. */
export function isReadMark(text: string): boolean {
  return READ_MARK_ALONE.test(text.trim());
}
