import { describe, expect, it } from 'vitest';
import { amountDiffers } from '../../../../../src/domain/broadcast/checks/amount-differs.ts';
import { cautionWords } from '../../../../../src/domain/broadcast/checks/caution-words.ts';
import { otherAccountName } from '../../../../../src/domain/broadcast/checks/other-account-name.ts';
import { overLong } from '../../../../../src/domain/broadcast/checks/over-long.ts';
import { personalData } from '../../../../../src/domain/broadcast/checks/personal-data.ts';
import { tooManyBubbles } from '../../../../../src/domain/broadcast/checks/too-many-bubbles.ts';
import { DEFAULT_GATE_POLICY } from '../../../../../src/domain/policy/gate-policy.ts';
import { basicId } from '../../../../support/broadcasts.ts';
import { findingsIn, outline, saying } from './check-bench.ts';

describe('amount-differs', () => {
  it.each([
    [
      ['あんぱん 180円\n食パン 320円', 'あんぱん　160円'],
      ['160円', '180円', 'あんぱん'],
    ],
    [
      ['新作クロワッサンが280円！', '新作クロワッサンは260円です'],
      ['260円', '280円', '新作クロワッサン'],
    ],
    [
      ['ダウンコート：9,900円', 'ダウンコート ¥8,900'],
      ['¥8,900', '9,900円', 'ダウンコート'],
    ],
    [
      ['全品20%OFF！', 'クーポンで30%OFF'],
      ['30%OFF', '20%OFF'],
    ],
    [
      ['冬物2割引セール', '冬物 30％オフ'],
      ['30％オフ', '2割引'],
    ],
  ])('objects to %j', (texts, values) => {
    expect(findingsIn(amountDiffers, saying(...texts))).toMatchObject([{ level: 'warn', values }]);
  });

  it.each([
    [['通常1,980円 → 1,480円']],
    [['あんぱん 180円 → 160円', 'あんぱん 160円']],
    [['あんぱん 180円(税抜)', 'あんぱん 194円（税込）']],
    [['あんぱん 180円', 'あんぱん ¥180']],
    [['全品20%OFF！', '2割引は11月30日まで']],
    [['最大50%OFF！', '冬物は30%OFF']],
    [['コーヒー\nSサイズ 300円', '紅茶\nSサイズ 350円']],
    [['大人 500円 子ども 300円', '大人 800円']],
    [['会費 1,000円', 'お土産 500円']],
    [['あんぱん 180円\nメロンパン 200円', 'カレーパン 220円']],
    [['果汁20%', '糖度30%']],
    [['ディナーコース 5,000円\nディナーコース 8,000円（飲み放題付き）']],
  ])('leaves %j alone', (texts) => {
    expect(outline(amountDiffers, saying(...texts))).toEqual([]);
  });
});

describe('other-account-name', () => {
  const others = [
    { id: basicId('@hanabi'), name: 'はなび呉服店' },
    { id: basicId('@komugi2'), name: 'こむぎ' },
    { id: basicId('@cafe'), name: 'cafe' },
  ];
  const namesIn = (text: string) => outline(otherAccountName, { ...saying(text), otherAccounts: others });

  it.each([
    ['はなび呉服店からのお知らせです。', 'warn はなび呉服店'],
    ['お友だち登録は＠ｈａｎａｂｉまで', 'warn ＠ｈａｎａｂｉ'],
    ['こむぎからの新作のご案内', 'warn こむぎ'],
    ['CAFEの新メニューが決まりました', 'warn CAFE'],
  ])('objects to %j', (text, first) => {
    expect(namesIn(text)).toEqual([first]);
  });

  it.each([
    'こむぎベーカリーから新作のご案内です。',
    '花火大会のお知らせです。',
    'cafeteriaが開店します',
    'ご注文は @bakery まで',
  ])('leaves %j alone', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('caution-words', () => {
  const policy = { ...DEFAULT_GATE_POLICY, cautionWords: ['必ず', 'No.1', ' '] };
  const wordsIn = (text: string) => outline(cautionWords, { ...saying(text), policy });

  it.each([
    ['必ず痩せるダイエットパン', 'warn 必ず'],
    ['売上ＮＯ．１の食パン', 'warn ＮＯ．１'],
    ['地域no.1の品ぞろえ、必ず見つかる', 'warn 必ず'],
  ])('objects to %j', (text, first) => {
    expect(wordsIn(text)[0]).toBe(first);
  });

  it.each(['焼きたてです', '第1位の食パン', 'そば粉を使ったパン'])('leaves %j alone', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

describe('personal-data', () => {
  it.each([
    ['担当 佐藤 090-1234-5678', 'checkPersonalPhone', 'warn'],
    ['０８０１２３４５６７８までお電話を', 'checkPersonalPhone', 'warn'],
    ['連絡先：070 1234 5678', 'checkPersonalPhone', 'warn'],
    ['hanako.y@komugi.jp までご返信ください', 'checkPersonalMail', 'warn'],
    ['お振込先 普通 1234567', 'checkPersonalBank', 'warn'],
    ['口座番号：0123456', 'checkPersonalBank', 'warn'],
    ['カード 4111 1111 1111 1111', 'checkPersonalCard', 'warn'],
    ['マイナンバー 1234-5678-9018', 'checkPersonalNumber', 'warn'],
    ['高森市本町三条12番地3', 'checkPersonalAddress', 'warn'],
    ['高森市本町1丁目2番3号', 'checkPersonalAddress', 'inform'],
  ])('objects to %j', (text, key, level) => {
    expect(findingsIn(personalData, text)).toMatchObject([{ key, level }]);
  });

  it.each([
    'ご予約は03-1234-5678まで',
    'フリーダイヤル 0120-123-456',
    'お問い合わせ info@komugi.jp',
    'support@komugi.jp にご連絡ください',
    '東京都渋谷区神宮前1-2-3 こむぎビル1F',
    '先着1234名様 2026-12-01',
    'JANコード 4901234567894',
    '会員番号 4111 1111 1111 1112',
    'お問い合わせ番号 1234-5678-9012',
    '普通のパンより20%ふわふわ',
    'https://komugi.jp/09012345678',
  ])('leaves %j alone', (text) => {
    expect(outline(personalData, text)).toEqual([]);
  });
});

describe('the limits of LINE', () => {
  it('are 500 letters in a bubble, an emoji being one', () => {
    expect(findingsIn(overLong, '🍞'.repeat(500))).toEqual([]);
    expect(findingsIn(overLong, saying('こんにちは', 'あ'.repeat(501)))).toMatchObject([
      { level: 'block', values: ['2', '501', '500'], stretch: { bubble: 1, start: 500, end: 501 } },
    ]);
  });

  it('are three bubbles', () => {
    expect(findingsIn(tooManyBubbles, saying('一', '二', '三'))).toEqual([]);
    expect(findingsIn(tooManyBubbles, saying('一', '二', '三', '四'))).toMatchObject([
      { level: 'block', values: ['4', '3'] },
    ]);
  });
});
