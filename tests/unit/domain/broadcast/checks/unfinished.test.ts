import { describe, expect, it } from 'vitest';
import { emptyBubble } from '../../../../../src/domain/broadcast/checks/empty-bubble.ts';
import { leftoverPlaceholder } from '../../../../../src/domain/broadcast/checks/leftover-placeholder.ts';
import { testMark } from '../../../../../src/domain/broadcast/checks/test-mark.ts';
import { tooShort } from '../../../../../src/domain/broadcast/checks/too-short.ts';
import { broadcastOf, textBubble } from '../../../../support/broadcasts.ts';
import { contextOf, findingsIn, outline, saying } from './check-bench.ts';

describe('leftover-placeholder', () => {
  it.each([
    ['〇〇様、ご予約ありがとうございます。', 'block 〇〇様'],
    ['○○市役所からのお知らせです。', 'block ○○'],
    ['12月1日 ○○時から受付を始めます。', 'block ○○時'],
    ['新商品「●●のタルト」を発売します。', 'block ●●'],
    ['営業時間は◯◯をご覧ください。', 'block ◯◯'],
    ['●月●日まで全品10%OFF！', 'block ●月●日'],
    ['○月○日(土)に開催します。', 'block ○月○日'],
    ['XX様', 'block XX'],
    ['創業ＸＸ周年祭を開催します。', 'block ＸＸ'],
    ['特別価格 xxxx円でご提供！', 'block xxxx'],
    ['お問い合わせ：03-XXXX-XXXX', 'block XXXX'],
    ['税込0,000円でお求めいただけます。', 'block 0,000円'],
    ['お電話は000-0000-0000まで', 'block 000-0000-0000'],
    ['{名前}さん、お誕生日おめでとうございます！', 'block {名前}'],
    ['｛お客様名｝様へ特別なご案内です。', 'block ｛お客様名｝'],
    ['[氏名]様、こんにちは。', 'block [氏名]様'],
    ['%name%様', 'block %name%'],
    ['【要確認】明日のイベントについて', 'block 【要確認】'],
    ['冬のセール（仮）のお知らせ', 'block （仮）'],
    ['【下書き】年末年始の営業時間', 'block 【下書き】'],
    ['クーポンはこちら TODO 差し替え', 'block TODO'],
    ['ダミーテキストです。この文章は', 'block ダミーテキスト'],
    ['これはダミーです。', 'block ダミー'],
    ['サンプル文が入っています', 'block サンプル文'],
    ['Lorem ipsum dolor sit amet', 'block Lorem'],
    ['ここに本文を入力してください', 'block ここに本文を入力'],
    ['テキストが入りますテキストが入ります', 'block テキストが入ります'],
    ['？？？', 'block ？？？'],
    ['????\nお知らせです', 'block ????'],
    ['価格は？？？円です。', 'block ？？？'],
    ['文字\ufffd\ufffdが化けています', 'block \ufffd\ufffd'],
    ['https://www.xxxxx.jp/sale を見てください', 'block xxxxx'],
    ['プレゼントの中身は？？？ お楽しみに！', 'warn ？？？'],
    ['{Nickname}さん、こんにちは！', 'warn {Nickname}'],
    ['{今だけ}全品半額', 'warn {今だけ}'],
    ['□□様 ご案内', 'block □□'],
    ['【案】冬のセールのお知らせ', 'warn 【案】'],
    ['●●フェア開催', 'warn ●●'],
    ['会場：TBD', 'warn TBD'],
    ['被害の状況（確認中）', 'warn （確認中）'],
  ])('objects to %j', (text, first) => {
    expect(outline(leftoverPlaceholder, text)[0]).toBe(first);
  });

  it.each([
    'クイズの答えは〇でした！',
    '〇×クイズに挑戦しよう',
    '正解は「×」です。○か×かで答えてね。',
    '二〇〇〇年の開業から、みなさまに支えられてきました。',
    '一〇〇円均一セール',
    'サイズはS〜XXLまで',
    'XXL・XXXLサイズが入荷しました',
    'XX-LARGEもあります',
    '■□■□■ 冬のセール ■□■□■',
    '○●○●○ お知らせ ○●○●○',
    '★★★ 特選 ★★★',
    '●焼きたて食パン\n●あんぱん',
    '【営業日】土○ 日○ 月× 火○',
    '新図書館（仮称）の建設について',
    '仮予約を受け付けています。',
    '年賀状の下書きに使える筆ペンです。',
    '無料サンプルをプレゼント！',
    'サンプル文具セット',
    'TODOリストが書ける手帳、入荷しました。',
    '【日時】12月1日(火) 10時〜 【場所】市民会館',
    '【商品名】クロワッサン',
    '人体ダミー人形を使った防災訓練',
    'えっ、こんなに安いの？？',
    'テスト期間も応援！学割あります。',
    'https://shop.komugi.jp/xx/item をどうぞ',
    'あああっと驚く大特価！',
    '大盛り無料◎ 駐車場あり○',
    '10,000円以上で送料無料',
    '□□ ご注意ください □□',
    '●●限定●●',
    '基本計画（案）に対するご意見を募集します。',
    '「サンプル」と「例文」を差し上げます。',
    '「下書き」機能のご紹介',
    '50％OFF％',
    'ここに牛乳を入れて混ぜます。',
    'こちらにお名前を記入してください。',
    '新しいテキストが入荷しました。',
  ])('leaves %j alone', (text) => {
    expect(outline(leftoverPlaceholder, text)).toEqual([]);
  });

  it('names a place once, by its gravest reading', () => {
    expect(outline(leftoverPlaceholder, '価格は？？？円です。')).toEqual(['block ？？？']);
  });

  it('points at the place in the text, with full-width letters before it too', () => {
    const [finding] = findingsIn(leftoverPlaceholder, saying('ご案内', '（１２３）ＸＸ様'));
    expect(finding?.stretch).toEqual({ bubble: 1, start: 5, end: 7 });
  });

  it('reads the title of a card, which stands in the notification, and points at no place for it', () => {
    const card = { ...textBubble(''), kind: 'rich-message' as const, name: '【要確認】冬のセール' };
    const [finding] = findingsIn(
      leftoverPlaceholder,
      contextOf({ broadcast: broadcastOf({ bubbles: [card] }) }),
    );
    expect(finding).toMatchObject({ values: ['【要確認】'], stretch: null });
  });
});

describe('test-mark', () => {
  it.each([
    ['テスト配信です', 'block テスト配信'],
    ['てすと', 'block てすと'],
    ['これはテストです。', 'block これはテストです'],
    ['テスト送信', 'block テスト送信'],
    ['This is a test message.', 'block This is a test'],
    ['test only', 'block test only'],
    ['【テスト】冬のパンフェアのお知らせ', 'block 【テスト】'],
    ['（テスト）本日休業', 'block （テスト）'],
    ['ＴＥＳＴ', 'block ＴＥＳＴ'],
    ['テストテスト', 'block テストテスト'],
    ['[TEST] Winter sale', 'block [TEST]'],
    ['表示テスト中 新作コート入荷', 'warn 表示テスト'],
    ['test1', 'block test1'],
    ['測試訊息', 'block 測試訊息'],
    ['12月1日にテスト配信を行います。', 'warn テスト配信'],
    ['明日はテストです。', 'warn テストです'],
  ])('objects to %j', (text, first) => {
    expect(outline(testMark, text)[0]).toBe(first);
  });

  it.each([
    '定期テスト対策講座、受付中！',
    'テスト期間中は学生さんコーヒー半額',
    '全国模試テストのお申し込みはお早めに',
    'パッチテスト済みの化粧水です',
    'コンテスト開催！最優秀賞は商品券',
    '新商品のテストマーケティングにご協力ください',
    'プロテスト合格おめでとう',
    'Latest items are here. The greatest sale!',
    'ラテストレンド入荷',
    'これはテストに出る！英単語100',
    '動作テスト済みの中古家電が入荷',
    '新曲「テスト」配信開始！',
  ])('leaves %j alone', (text) => {
    expect(outline(testMark, text)).toEqual([]);
  });
});

describe('empty-bubble', () => {
  it.each(['', '   ', '\n\n', '\u3000', '\u200b\u2060', '\u3164'])('objects to %j', (text) => {
    expect(findingsIn(emptyBubble, saying('こんにちは', text))).toMatchObject([
      { level: 'block', values: ['2'], stretch: { bubble: 1, start: 0, end: text.length } },
    ]);
  });

  it.each(['こんにちは', '♪', '🍞'])('leaves %j alone', (text) => {
    expect(findingsIn(emptyBubble, text)).toEqual([]);
  });

  it('leaves a picture alone, which has no text', () => {
    const picture = { ...textBubble(''), kind: 'image' as const };
    expect(findingsIn(emptyBubble, contextOf({ broadcast: broadcastOf({ bubbles: [picture] }) }))).toEqual(
      [],
    );
  });
});

describe('too-short', () => {
  it.each([
    ['あい', '2'],
    ['11', '2'],
    ['abc', '3'],
    ['テスト', '3'],
  ])('objects to %j', (text, letters) => {
    expect(findingsIn(tooShort, text)).toMatchObject([{ level: 'warn', values: [letters] }]);
  });

  it.each([['本日休業です'], ['ありがとう'], ['あい', '焼きたてのパンが並びました']])(
    'leaves %j alone',
    (...texts) => {
      expect(findingsIn(tooShort, saying(...texts))).toEqual([]);
    },
  );

  it('leaves a short word beside a picture alone', () => {
    const bubbles = [textBubble('新作'), { ...textBubble(''), kind: 'image' as const, key: 'k' }];
    expect(findingsIn(tooShort, contextOf({ broadcast: broadcastOf({ bubbles }) }))).toEqual([]);
  });
});
