import { describe, expect, it } from 'vitest';
import { dayOf, slashDay, slashTime } from '../../../../../src/domain/broadcast/text/day.ts';
import { findDates } from '../../../../../src/domain/broadcast/text/find-dates.ts';
import { findDeadlines } from '../../../../../src/domain/broadcast/text/find-deadlines.ts';
import { findTimes } from '../../../../../src/domain/broadcast/text/find-times.ts';

/** Monday, 23 November 2026, 10:00 in Japan, where the tests run. */
const NOW = Date.UTC(2026, 10, 23, 1, 0);
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const outline = (text: string, now = NOW) =>
  findDates(text, now).map(({ text, day, weekday }) =>
    [text, slashDay(day), ...(weekday === null ? [] : [WEEKDAYS[weekday]])].join(' | '),
  );

describe('findDates', () => {
  it.each([
    ['12月1日(火)より', ['12月1日(火) | 2026/12/1 | Tue']],
    ['１２／１（火）より', ['１２／１（火） | 2026/12/1 | Tue']],
    ['2026/12/1', ['2026/12/1 | 2026/12/1']],
    ['2026-12-01まで', ['2026-12-01 | 2026/12/1']],
    ['2026.12.1 OPEN', ['2026.12.1 | 2026/12/1']],
    ['令和8年12月1日', ['令和8年12月1日 | 2026/12/1']],
    ['令和元年5月1日', ['令和元年5月1日 | 2019/5/1']],
    ['R8.12.1', ['R8.12.1 | 2026/12/1']],
    ['2027年1月15日（金曜日）', ['2027年1月15日（金曜日） | 2027/1/15 | Fri']],
    ['11/23（月・祝）', ['11/23（月・祝） | 2026/11/23 | Mon']],
    ['12月1日 火曜日', ['12月1日 火曜日 | 2026/12/1 | Tue']],
    ['12/1(週二)', ['12/1(週二) | 2026/12/1 | Tue']],
    ['Dec. 1, 2026 (Tue)', ['Dec. 1, 2026 (Tue) | 2026/12/1 | Tue']],
    ['1 December 2026', ['1 December 2026 | 2026/12/1']],
    ['12/1〜12/3', ['12/1 | 2026/12/1', '12/3 | 2026/12/3']],
    ['12/1(火)〜3(木)', ['12/1(火) | 2026/12/1 | Tue', '3(木) | 2026/12/3 | Thu']],
    ['12月1日・2日・3日', ['12月1日 | 2026/12/1', '2日 | 2026/12/2', '3日 | 2026/12/3']],
    ['2026年12月28日〜1月3日', ['2026年12月28日 | 2026/12/28', '1月3日 | 2027/1/3']],
    ['2025年12月28日〜1月3日', ['2025年12月28日 | 2025/12/28', '1月3日 | 2026/1/3']],
    ['11月31日', ['11月31日 | 2026/11/31']],
  ])('reads %j', (text, dates) => {
    expect(outline(text)).toEqual(dates);
  });

  it.each([
    '来週火曜',
    '24時間365日',
    '13/45',
    '1/2カップ',
    '約1/3が当たり',
    'https://komugi.jp/2026/12/1',
    'https://komugi.jp/?date=2026-12-01',
    '03-1234-5678',
    '3日間限定',
    '1,980円/100g',
    '5月',
  ])('sees none in %j', (text) => {
    expect(outline(text)).toEqual([]);
  });

  it.each([
    ['6月1日', Date.UTC(2026, 10, 23), '2026/6/1'],
    ['5月1日', Date.UTC(2026, 10, 23), '2027/5/1'],
    ['1月4日', Date.UTC(2026, 11, 31), '2027/1/4'],
    ['12月28日', Date.UTC(2027, 0, 4), '2026/12/28'],
  ])('puts %s without a year nearest to now', (text, now, day) => {
    expect(outline(text, now)).toEqual([`${text} | ${day}`]);
  });
});

describe('findTimes', () => {
  it.each([
    ['10:00〜18:30', [600, 1110]],
    ['午後6時半', [1110]],
    ['１８時３０分', [1110]],
    ['6:30 PM', [1110]],
    ['午前0時', [0]],
    ['午後12時30分', [750]],
    ['12:15 AM', [15]],
    ['25時まで', [1500]],
    ['3時間', []],
    ['10:00:00', []],
    ['https://komugi.jp/10:00', []],
  ])('reads %j', (text, minutes) => {
    expect(findTimes(text).map((time) => time.minutes)).toEqual(minutes);
  });
});

describe('findDeadlines', () => {
  it.each([
    ['12月1日(火)まで', '2026/12/2 00:00'],
    ['12月1日(火) 18:00まで', '2026/12/1 18:00'],
    ['12/1 10:00〜18:00まで', '2026/12/1 18:00'],
    ['締切：12/1', '2026/12/2 00:00'],
    ['【有効期限】2026/12/31', '2027/1/1 00:00'],
    ['本日18時まで', '2026/11/23 18:00'],
    ['本日限り', null],
    ['12月1日(火)開店', null],
    ['期限切れのクーポンは12月1日に消えます', null],
  ])('reads %j', (text, over) => {
    const [deadline] = findDeadlines(text, findDates(text, NOW), dayOf(NOW));
    expect(deadline === undefined ? null : slashTime(deadline.over)).toBe(over);
  });
});
