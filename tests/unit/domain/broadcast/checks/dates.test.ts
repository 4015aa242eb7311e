import { describe, expect, it } from 'vitest';
import { deadlineBeforeDelivery } from '../../../../../src/domain/broadcast/checks/deadline-before-delivery.ts';
import { pastDate } from '../../../../../src/domain/broadcast/checks/past-date.ts';
import { weekdayMismatch } from '../../../../../src/domain/broadcast/checks/weekday-mismatch.ts';
import type { Check } from '../../../../../src/domain/broadcast/finding.ts';
import { DAY, HOUR } from '../../../../../src/domain/clock.ts';
import { broadcastOf, textBubble } from '../../../../support/broadcasts.ts';
import { contextOf, findingsIn, NOW, outline } from './check-bench.ts';

const deliveredAt = (check: Check, at: number, text: string) =>
  outline(
    check,
    contextOf({ broadcast: broadcastOf({ schedule: { kind: 'at', at }, bubbles: [textBubble(text)] }) }),
  );

describe('weekday-mismatch', () => {
  it.each([
    ['12月1日(月)より冬の新作パンが並びます。', '12月1日(月)', 'checkWeekdayIsTuesday', '2026/12/1'],
    ['１２／１（水）10時開店', '１２／１（水）', 'checkWeekdayIsTuesday', '2026/12/1'],
    ['令和8年12月1日（金曜日）市議会', '令和8年12月1日（金曜日）', 'checkWeekdayIsTuesday', '2026/12/1'],
    ['11/23（日・祝）は休業', '11/23（日・祝）', 'checkWeekdayIsMonday', '2026/11/23'],
    ['12/28(月)〜1/3(月)は休業', '1/3(月)', 'checkWeekdayIsSunday', '2027/1/3'],
    ['2026/12/05 (Sun) Winter sale', '2026/12/05 (Sun)', 'checkWeekdayIsSaturday', '2026/12/5'],
    ['12月1日(火)・2日(木)の2日間', '2日(木)', 'checkWeekdayIsWednesday', '2026/12/2'],
    ['12月4日(木)に入荷', '12月4日(木)', 'checkWeekdayIsFriday', '2026/12/4'],
    ['12月3日(金)に入荷', '12月3日(金)', 'checkWeekdayIsThursday', '2026/12/3'],
  ])('objects to %j', (text, found, key, date) => {
    expect(findingsIn(weekdayMismatch, text)).toMatchObject([{ level: 'warn', key, values: [found, date] }]);
  });

  it.each(['11月31日(火)まで', '2027年2月29日に開店', '令和9年2月30日'])(
    'knows that there is no day as in %j',
    (text) => {
      expect(findingsIn(weekdayMismatch, text)).toMatchObject([{ key: 'checkNoSuchDay' }]);
    },
  );

  it.each([
    '12月1日(火)より冬の新作パンが並びます。',
    '11/23(月・祝)は10時から営業します。',
    '年末年始は12/29(火)〜1/3(日)をお休みします。',
    '来週火曜に入荷します。12月2日までお待ちください。',
    '12月5日(土)・6日(日)は市民まつり',
    '2026年12月1日 火曜日 開店',
    'Tuesday sale on December 1 (Tue)',
    '毎月1日は食パンの日（火曜定休）',
    '12/1(仮)',
    'Open 12/1 Mon-Fri',
  ])('leaves %j alone', (text) => {
    expect(outline(weekdayMismatch, text)).toEqual([]);
  });
});

describe('past-date', () => {
  it.each([
    ['11月20日(金)に焼き菓子フェアを開催します！', 'warn 11月20日(金)'],
    ['10/31(土)はハロウィンイベント！', 'warn 10/31(土)'],
    ['2026年11月22日 市民マラソンを行います', 'warn 2026年11月22日'],
    ['2025/12/1(月)より冬物セール', 'warn 2025/12/1(月)'],
    ['開催期間：11/1〜11/15', 'warn 11/1'],
  ])('objects to %j', (text, first) => {
    expect(outline(pastDate, text)[0]).toBe(first);
  });

  it.each([
    '本日11月23日(月)は10時から営業',
    '開催中：11月1日(日)〜11月30日(月)',
    '11月20日に開催した収穫祭には多くの方にお越しいただきました。',
    '10月1日より営業時間を変更しています。',
    '1985年4月1日創業の老舗です',
    '1/2カップの水を加えます',
    '11/20〜 冬物セール！',
    '懐かしの一枚：1985年4月1日の駅前',
    '11月1日現在の在庫です。',
    '広報たかもり 11月1日号',
    '11月20日(金)から販売中です。',
    '次の新刊は12月10日発売です。',
  ])('leaves %j alone', (text) => {
    expect(outline(pastDate, text)).toEqual([]);
  });

  it('compares with the day of delivery: a date before it is past when the broadcast arrives', () => {
    const text = '11月25日(水)に新作が並びます。';
    expect(deliveredAt(pastDate, NOW + DAY, text)).toEqual([]);
    expect(deliveredAt(pastDate, NOW + 3 * DAY, text)).toEqual(['warn 11月25日(水)']);
  });
});

describe('deadline-before-delivery', () => {
  it.each([
    ['クーポンは11月20日まで！', 'warn 11月20日'],
    ['申込締切：11/20(金)', 'warn 11/20(金)'],
    ['【有効期限】2026/11/22', 'warn 2026/11/22'],
    ['11月23日(月) 9:30までにお申し込みください', 'warn 11月23日(月) 9:30'],
    ['本日9時までのご注文で当日発送', 'warn 本日9時'],
  ])('objects to %j', (text, first) => {
    expect(outline(deadlineBeforeDelivery, text)).toEqual([first]);
  });

  it.each([
    'クーポンは11月30日まで！',
    '本日18時まで全品10%OFF',
    '本日11月23日まで',
    '11月23日(月) 10:00〜18:00まで開催',
    '締切は12月10日(木)必着です。',
    '11月20日に入荷しました。',
    '11月20日まで開催していた写真展に、多くの方がお越しになりました。',
  ])('leaves %j alone', (text) => {
    expect(outline(deadlineBeforeDelivery, text)).toEqual([]);
  });

  it('counts from the reserved time', () => {
    const text = '11月25日(水)18時まで全品半額';
    expect(deliveredAt(deadlineBeforeDelivery, NOW + 2 * DAY, text)).toEqual([]);
    expect(deliveredAt(deadlineBeforeDelivery, NOW + 2 * DAY + 9 * HOUR, text)).toEqual([
      'warn 11月25日(水)18時',
    ]);
  });

  it('takes 本日 for the day on which the broadcast arrives', () => {
    expect(deliveredAt(deadlineBeforeDelivery, NOW + DAY + 9 * HOUR, '本日18時まで')).toEqual([
      'warn 本日18時',
    ]);
    expect(deliveredAt(deadlineBeforeDelivery, NOW + DAY, '本日18時まで')).toEqual([]);
  });

  it('leaves what it finds to no other check', () => {
    expect(outline(pastDate, 'クーポンは11月20日まで！')).toEqual([]);
  });
});
