import { describe, expect, it } from 'vitest';
import {
  isoDate,
  isoDateTime,
  longDate,
  NotADay,
  recentTime,
  startOfDay,
  timeOfDay,
} from '../../../src/domain/calendar.ts';
import { MINUTE } from '../../../src/domain/clock.ts';

// The tests run in Japan's time zone.
const JUST_AFTER_MIDNIGHT = Date.UTC(2026, 10, 22, 15, 4);

describe('the calendar', () => {
  it('writes times of day with 24 hours in the computer’s time zone', () => {
    expect(timeOfDay(JUST_AFTER_MIDNIGHT)).toBe('00:04');
    expect(isoDate(JUST_AFTER_MIDNIGHT)).toBe('2026-11-23');
    expect(isoDateTime(JUST_AFTER_MIDNIGHT)).toBe('2026-11-23T00:04:00+09:00');
  });

  it.each([
    { tag: 'ja', date: '2026年11月23日', recent: '11月22日 23:59' },
    { tag: 'en', date: 'November 23, 2026', recent: 'Nov 22 23:59' },
    { tag: 'zh-TW', date: '2026年11月23日', recent: '11月22日 23:59' },
    { tag: 'th', date: '23 พฤศจิกายน 2569', recent: '22 พ.ย. 23:59' },
  ])('writes dates as $tag does', ({ tag, date, recent }) => {
    expect(longDate(JUST_AFTER_MIDNIGHT, tag)).toBe(date);
    expect(recentTime(JUST_AFTER_MIDNIGHT - 5 * MINUTE, JUST_AFTER_MIDNIGHT, tag)).toBe(recent);
    expect(recentTime(JUST_AFTER_MIDNIGHT - 4 * MINUTE, JUST_AFTER_MIDNIGHT, tag)).toBe('00:00');
  });

  it('reads a day as its first moment here', () => {
    expect(startOfDay('2026-11-23')).toBe(JUST_AFTER_MIDNIGHT - 4 * MINUTE);
  });

  it.each(['', 'tomorrow', '2026-13-01', '2026-02-30', '2026-11-23T10:00'])(
    'refuses "%s" as a day',
    (text) => {
      expect(() => startOfDay(text)).toThrow(NotADay);
    },
  );
});
