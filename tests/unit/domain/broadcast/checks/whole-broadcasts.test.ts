import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../../src/domain/broadcast/checks/run-checks.ts';
import { saying } from './check-bench.ts';

/** Broadcasts as they are written in bakeries, town halls and shops: a guard that nags is switched off. */
const ORDINARY: readonly (readonly string[])[] = [
  [
    '🍞こむぎベーカリーより🍞\n\n12月1日(火)から、冬の新作が並びます！\n\n・りんごのデニッシュ 320円\n・栗あんぱん 240円\n・ショコラブリオッシュ 380円\n\n数に限りがございます。お早めにどうぞ♪\n\nご予約はこちら\nhttps://komugi.jp/reserve',
    '【期間限定クーポン】\n本クーポンのご提示で、お会計から10%OFF！\n有効期限：2026年12月31日(木)まで\n※他の割引とは併用できません。',
  ],
  [
    '【高森市からのお知らせ】\n11月29日(日)に、市内全域で防災訓練を行います。午前9時にサイレンが鳴りますが、訓練ですので、実際の災害と間違えないようご注意ください。\n\n問い合わせ：危機管理課 0766-20-1111',
    '■ 粗大ごみの収集\n申込期限：12月10日（木）17時まで\n申込先：https://www.city.takamori.lg.jp/gomi/\n■ 休日当番医\n11/29(日) 高森中央病院',
  ],
  [
    'WINTER SALE ❄ 本日スタート！\n\nアウター最大50%OFF\nニット 2点目半額\n通常9,900円 → 6,930円（税込）\n\nサイズ：XS〜XXL\n期間：11/23(月・祝)〜12/6(日)\n\n▼オンラインストア\nhttps://shop.hanabi.jp/sale?utm_source=line&utm_medium=message\n\n※店舗により在庫が異なります。',
  ],
  [
    'いつもご利用ありがとうございます。\n\n年末年始の営業時間のご案内です。\n12/28(月) 10:00〜18:00\n12/29(火)〜1/3(日) 休業\n1/4(月) 10:00〜（通常営業）\n\n皆さま、良いお年をお迎えください。',
  ],
  [
    '先着100名様に「福袋引換券」をプレゼント！\n応募は11月30日(月) 23:59まで。\n\nQ. 福袋の中身は何が入っていますか？\nA. ニット・パンツ・小物の3点です。',
  ],
  [
    '図書館だより 12月号\n★おはなし会 12月5日(土) 11時〜\n★新図書館（仮称）の愛称を募集中！\nくわしくは、図書館ホームページをご覧ください。',
  ],
  [
    '先日11月15日に開催した収穫祭には、1,200人もの方にお越しいただきました。ありがとうございました！\n次回は来年の秋を予定しています。',
  ],
  [
    '本日18時より、焼きたて食パンが並びます。\nお電話でのお取り置きもどうぞ。\nTEL 03-1234-5678（10時〜19時・火曜定休）',
  ],
  [
    '定期テスト対策講座のお知らせ\n対象：中学1〜3年生\n日程：12月5日(土)・6日(日)\n料金：3,300円（税込）\n申し込みは、下のボタンから！',
  ],
  [
    '【抽選結果】\n当選者の発表は、賞品の発送をもって代えさせていただきます。\n正解は「〇」でした！\n二〇二六年もあとわずかですね。',
  ],
];

describe('an ordinary broadcast', () => {
  it.each(ORDINARY.map((texts) => [texts[0]?.slice(0, 20) ?? '', texts] as const))(
    'such as "%s…" is left alone',
    (_, texts) => {
      expect(runChecks(saying(...texts))).toEqual([]);
    },
  );
});
