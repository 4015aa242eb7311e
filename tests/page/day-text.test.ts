import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDayText } from '../../src/line/chat/day-text.ts';

/** Monday. */
const TODAY = { year: 2026, month: 11, day: 23 };
const NEW_YEAR = { year: 2027, month: 1, day: 1 };

const read = (label: string, today = TODAY) => {
  const day = readDayText(label, today);
  return day === null ? null : `${day.year}-${day.month}-${day.day}`;
};

describe('a date separator', () => {
  test.each([
    ['今日', '2026-11-23'],
    ['昨日', '2026-11-22'],
    ['Today', '2026-11-23'],
    ['Yesterday', '2026-11-22'],
    ['วันนี้', '2026-11-23'],
    ['เมื่อวาน', '2026-11-22'],
    ['今天', '2026-11-23'],
    ['昨天', '2026-11-22'],
    ['日曜日', '2026-11-22'],
    ['土曜日', '2026-11-21'],
    // The weekday of today, when today itself is called 今日.
    ['月曜日', '2026-11-16'],
    ['Sunday', '2026-11-22'],
    ['週四', '2026-11-19'],
    ['星期四', '2026-11-19'],
    ['วันพฤหัสบดี', '2026-11-19'],
    ['พฤหัสบดี', '2026-11-19'],
    ['11月20日(金)', '2026-11-20'],
    ['11月20日（金）', '2026-11-20'],
    ['11月20日(金曜日)', '2026-11-20'],
    ['11月20日', '2026-11-20'],
    ['11/20(金)', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026.11.20', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['11月20日 (週五)', '2026-11-20'],
    ['11/20', '2026-11-20'],
    ['Thu, Jun 4', '2026-6-4'],
    ['Wed, Jul 1', '2026-7-1'],
    ['Fri, Nov 20', '2026-11-20'],
    ['Nov 20, 2025', '2025-11-20'],
    ['Thu, Nov 20, 2025', '2025-11-20'],
    ['7 ส.ค. 2026', '2026-8-7'],
    ['7 ส.ค. 2569', '2026-8-7'],
    ['7 ส.ค.', '2026-8-7'],
    ['7 สิงหาคม 2569', '2026-8-7'],
    // Not yet reached this year, so of the last.
    ['12月24日', '2025-12-24'],
    ['31 ธ.ค.', '2025-12-31'],
    // The weekday tells the year: 20 November was a Wednesday in 2024.
    ['Wed, Nov 20', '2024-11-20'],
    ['11月24日(火)', '2020-11-24'],
    ['2024年2月29日', '2024-2-29'],
  ])('%s on 23 November 2026 is %s', (label, expected) => {
    expect(read(label)).toBe(expected);
  });

  test.each([
    ['今日', '2027-1-1'],
    ['昨日', '2026-12-31'],
    ['木曜日', '2026-12-31'],
    ['12月30日', '2026-12-30'],
    ['Wed, Dec 30', '2026-12-30'],
    ['31 ธ.ค. 2569', '2026-12-31'],
  ])('%s at New Year is %s', (label, expected) => {
    expect(read(label, NEW_YEAR)).toBe(expected);
  });

  test.each([
    '',
    'ここから未読メッセージ',
    '友だち追加されました',
    // A year old as likely as of today or yesterday.
    '11月23日',
    '11/22',
    // The fifth of June or the sixth of May.
    '5/6',
    '13月1日',
    '2月30日',
    '11月20日(木)の',
    '11月20日(火曜)x',
    'Foo, Jun 4',
    'Jun 44',
    '7 xx 2026',
    '2026/13/01',
    '2026年11月20日(木)',
    '오늘',
  ])('%j is not guessed at', (label) => {
    expect(read(label)).toBeNull();
  });

  test('never names a day after today unless its year is written', async () => {
    await fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc
            .tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
            .map(([month, day]) => `${month}月${day}日`),
        ),
        (label) => {
          const day = readDayText(label, TODAY);
          if (day === null || /\d{4}/.test(label)) return;
          expect(Date.UTC(day.year, day.month - 1, day.day)).toBeLessThanOrEqual(Date.UTC(2026, 10, 23));
        },
      ),
    );
  });
});
