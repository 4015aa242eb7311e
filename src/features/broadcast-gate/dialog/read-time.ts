/** Hours and minutes with something between them, or four digits in a row; 時 and 分 may stand for the colon. */
const TIME = /^(\d{1,2})\s*(?::|\.|時)\s*(\d{2})?\s*分?$|^(\d{1,2})(\d{2})$/;

/** A time of day as a person types it, `18:30`, `１８：３０`, `1830`, `9時`, as `HH:MM`; null for anything else. */
export function readTime(typed: string): string | null {
  const found = TIME.exec(typed.normalize('NFKC').trim());
  if (found === null) return null;
  const [whole, hour = found[3], minute = found[4]] = found;
  if (minute === undefined && !whole.endsWith('時')) return null;
  const parts = [Number(hour), Number(minute ?? 0)] as const;
  if (parts[0] > 23 || parts[1] > 59) return null;
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
