import type { WrittenTime } from '../../../replica/manager/practice-manager-api.ts';
import type { RightAnswers } from '../answer-checklist.ts';

const DAYS_AHEAD = 12;
const HOUR_MS = 3_600_000;
const TOKYO_HOURS = 9;
const BANGKOK_HOURS = 7;

/** A time that no check finds fault with: in some days, in the morning. */
export interface ReservedTime {
  /** As the page writes it, in its own zone. */
  readonly written: WrittenTime;
  /** When it is in Tokyo, where the operator is. */
  readonly shown: Exclude<RightAnswers['when'], 'now'>;
  /** What the operator would take the written time for. */
  readonly seen: Exclude<RightAnswers['when'], 'now'>;
}

/** @param zone of the page; null is the browser's, which is Tokyo */
export function reservedTime(zone: string | null): ReservedTime {
  const hours = zone === 'Asia/Bangkok' ? BANGKOK_HOURS : TOKYO_HOURS;
  const day = new Date(Date.now() + DAYS_AHEAD * 24 * HOUR_MS + TOKYO_HOURS * HOUR_MS);
  const date = day.toISOString().slice(0, 10);
  const time = `${String(10 + TOKYO_HOURS - hours).padStart(2, '0')}:00`;
  const weekday = day.getUTCDay();
  return { written: { date, time: '10:00' }, shown: { weekday, time }, seen: { weekday, time: '10:00' } };
}
