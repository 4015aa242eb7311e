// What a writer puts where something is still to come. All patterns are for folded text.

const UNIT = `(?:様|さん|円|月|日|時(?!間)|分(?!間)|名|%|年|店|市|町|県|駅|号|万|丁目|番|曜|社|個|点|枚|周年|割|電話)`;
const KANJI_DIGIT = '[一二三四五六七八九十百千万]';
const ORNAMENT = `[○◯●◎◇◆□■△▲▽▼☆★※・…]`;

/** `〇〇`, `●●`: not in 二〇〇〇年, not in a row of ornaments; black circles, triangles and squares only where they stand for a word. */
const CIRCLES: readonly RegExp[] = [
  new RegExp(
    `(?<!${KANJI_DIGIT}|〇|${ORNAMENT}|×)(?:〇{2,4}|○{2,4}|◯{2,4}|(?:△{2,3}|□{2,3})(?=${UNIT}))(?!${KANJI_DIGIT}|〇|${ORNAMENT}|×)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!${ORNAMENT})●{2,4}(?=${UNIT}|[ぁ-ん]{1,2}(?:[\u4e00-\u9fffァ-ヶ、。]))(?!${ORNAMENT})`,
    'gu',
  ),
  /[○〇◯●×△]{1,2}\s?月\s?[○〇◯●×△]{1,2}\s?日/gu,
  new RegExp(`(?<!${KANJI_DIGIT}|〇|${ORNAMENT})[○◯〇●×]{1,4}(?:時(?!間|々)|円(?!形|盤)|%|様)`, 'gu'),
];

/** `XX`, `xxxx円`: not XXL, not a word, not in the path of an address unless it is long. */
const CROSSES: readonly RegExp[] = [
  /(?<![A-Za-z0-9/.\-_=&])(?:X{2,12}|x{2,12})(?![A-Za-z0-9]|-?[Ll]|[-_.]?[A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])(?:x{4,12}|X{4,12})(?![A-Za-z0-9])/g,
  /(?<!\d)0{1,3},000\s?円|(?<!\d)00\s?月\s?00\s?日|(?<!\d)00\/00(?!\d)|(?<!\d)0{2,4}-0{3,4}-0{4}(?!\d)/g,
];

const WORDS =
  '(?:お?名前|氏名|姓名|姓|お客様名|顧客名|会員名|ユーザー名|担当者名?|会社名|店舗名|店名|商品名|イベント名|日付|日時|曜日|時間|金額|価格|住所|電話番号|会員番号|リンク|クーポンコード|タイトル|見出し|本文|宛名|都道府県)';

/** `{名前}` always; `[名前]` and `<名前>` only before a title: as labels they are ordinary. */
const BRACES: readonly RegExp[] = [
  new RegExp(`\\{{1,2}\\s?${WORDS}\\s?\\}{1,2}`, 'gu'),
  new RegExp(String.raw`[[<〈《(]\s?${WORDS}\s?[\]>〉》)]\s?(?:様|さん|さま|へ)`, 'gu'),
  /%(?!OFF)[A-Za-z_]{2,20}%|\$\{[A-Za-z_. ]{1,30}\}|<%[^%\n]{1,30}%>/g,
];

const OPEN = String.raw`[【(\[<〔《〈]`;
const CLOSE = String.raw`[】)\]>〕》〉]`;

/** Notes to oneself: only in brackets where the word is ordinary, so 新図書館（仮称）, 計画（案） and 年賀状の下書き stay alone. */
const NOTES: readonly RegExp[] = [
  new RegExp(
    String.raw`${OPEN}\s?(?:※\s?)?(?:要確認|要修正|修正中|要差し?替え|差し?替え|下書き|下書|仮|仮置き|仮文|ダミー|作成中|編集中|挿入|TODO|DRAFT|draft|FIXME)(?:\s?[:：][^】)\]\n]{0,30})?\s?${CLOSE}`,
    'gu',
  ),
  /(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z]|\s?(?:リスト|アプリ|管理|list))/g,
  /仮(?:テキスト|原稿|文章|タイトル|の文章|の文面)|(?:ダミー|サンプル)(?:テキスト|文章|文(?!具|化|字|庫)|画像|原稿|データ)|例文テキスト/g,
  /(?<![\u4e00-\u9fffァ-ヶー])ダミー(?=です|$|[\s。、!！])/gmu,
  /^[\s※■]{0,3}下書き(?:です|中|版)?[\s。!]{0,3}$/gmu,
  /(?<![A-Za-z])lorem(?![A-Za-z])|(?<![A-Za-z])ipsum(?![A-Za-z])/gi,
  /(?:ここに|こちらに)(?:テキスト|タイトル|文章|見出し|本文|説明文?|リンク|URL|画像|商品名|店名)(?:を入力|を入れ|を記入|が入り|が入る|を挿入)|(?:テキスト|タイトル|文章|見出し|本文|説明文)(?:が入ります|が入る|をここに|を入力してください)/gu,
];

/** `？？？円`, a line of nothing but question marks, and the mark of letters that were lost. */
const LOST: readonly RegExp[] = [
  /^[\s?]{0,10}\?{2,200}\s{0,3}$/gm,
  /\?{2,10}(?=円|月|日|時|様|さん|名|%)/g,
  /\ufffd{1,100}/g,
  /^\s?(?:[あア]{2,200}|[aA]{3,200}|hoge|fuga|asdf|qwerty|ほげ|ほげほげ)\s?$/gim,
];

/** Cannot stand in a finished text. */
export const SURE_PLACEHOLDERS: readonly RegExp[] = [...CIRCLES, ...CROSSES, ...BRACES, ...NOTES, ...LOST];

/**
 * May be meant: a teaser's question marks, words in braces (with which LINE itself inserts a friend's name), ornaments, and
 * news of which something is not known yet.
 */
export const LIKELY_PLACEHOLDERS: readonly RegExp[] = [
  /\?{3,200}/g,
  /\{\{?[A-Za-z_][A-Za-z0-9_. ]{0,30}\}?\}/g,
  /[{][^{}\n]{0,30}[\u3041-\u9fff][^{}\n]{0,30}[}]/gu,
  /(?<!●)●{2,4}(?!●)(?=\p{L})(?![^\n]{1,20}●●)/gu,
  /(?<![△□])(?:△{2,3}|□{2,3})(?=[^△□\s])/gu,
  /[【([](?:確認中|TBD|TBC)[】)\]]|(?<![A-Za-z])(?:TBD|TBC)(?![A-Za-z])/g,
  /^\s{0,3}【(?:案|例文|サンプル|SAMPLE)】/gim,
];
