import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../../../src/domain/broadcast/text/find-amounts.ts';
import { findNames } from '../../../../../src/domain/broadcast/text/find-names.ts';
import { findQuantities } from '../../../../../src/domain/broadcast/text/find-quantities.ts';

const words = (spans: readonly { readonly text: string }[]) => spans.map(({ text }) => text);

describe('findAmounts', () => {
  it.each([
    ['1,980円（税込）', ['1,980円（税込）'], ['money 1980']],
    ['￥１，９８０', ['￥１，９８０'], ['money 1980']],
    ['¥1,980より', ['¥1,980'], ['money 1980']],
    ['3万円', ['3万円'], ['money 30000']],
    ['1万5000円', ['1万5000円'], ['money 15000']],
    ['1.5万円', ['1.5万円'], ['money 15000']],
    ['5千円', ['5千円'], ['money 5000']],
    ['NT$1,980', ['NT$1,980'], ['money 1980']],
    ['199 บาท', ['199 บาท'], ['money 199']],
    ['50%OFF', ['50%OFF'], ['discount 50']],
    ['２０％引き', ['２０％引き'], ['discount 20']],
    ['5割引', ['5割引'], ['discount 50']],
    ['全品半額', ['半額'], ['discount 50']],
    ['果汁20％', ['20％'], ['rate 20']],
    ['180円のあんぱんと1,200円のケーキ', ['180円', '1,200円'], ['money 180', 'money 1200']],
  ])('reads %j', (text, found, values) => {
    expect(words(findAmounts(text))).toEqual(found);
    expect(findAmounts(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual(values);
  });

  it.each(['直径15円形の皿', '100点満点', 'https://komugi.jp/?p=100円', '円安の影響'])(
    'sees none in %j',
    (text) => {
      expect(findAmounts(text)).toEqual([]);
    },
  );
});

describe('findNames', () => {
  it.each([
    ['佐藤様よりご推薦', ['佐藤様']],
    ['シェフの田中さんが焼きました', ['田中さん']],
    ['ジョンさんとMaryさん', ['ジョンさん', 'Maryさん']],
    ['渋谷店と新宿本店で開催', ['渋谷店', '新宿本店']],
    ['花子さま、土屋様', ['花子さま', '土屋様']],
  ])('reads %j', (text, names) => {
    expect(words(findNames(text))).toEqual(names);
  });

  it.each([
    'お客様各位',
    '皆様、皆さん、みなさま',
    '先着30名様',
    '同様の仕様です。模様替え',
    'お友達さんへ',
    'お子様とパン屋さんへ、購入者様',
    '当店は本店とともに開店します。ご来店ください。',
    '飲食店の店長',
    '専門店の味',
  ])('sees none in %j', (text) => {
    expect(words(findNames(text))).toEqual([]);
  });
});

describe('findQuantities', () => {
  it.each([
    ['先着30名様に', ['先着30名様']],
    ['500ポイント進呈', ['500ポイント']],
    ['3日間限定、２個まで', ['3日間', '２個']],
    ['10本店と5人気商品', []],
  ])('reads %j', (text, found) => {
    expect(words(findQuantities(text))).toEqual(found);
  });
});
