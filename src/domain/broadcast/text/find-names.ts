import { fold } from './fold.ts';
import { maskLinks } from './mask-links.ts';
import { type Span, spansOf } from './span.ts';

const NAME_LETTER = String.raw`[\u4e00-\u9fff々ァ-ヶー]`;
/** A person: kanji, katakana or a capitalised Latin word before the title; hiragana names cannot be told from grammar. */
const PERSON = new RegExp(
  String.raw`(?<!${NAME_LETTER})(?:${NAME_LETTER}{1,12}|[A-Z][A-Za-z]{1,20}\s?)(?:様|さま|さん|先生|シェフ)(?![々\u4e00-\u9fff])`,
  'gu',
);
/** A shop: 渋谷店, 新宿本店, Bakery渋谷店. */
const SHOP = new RegExp(
  String.raw`(?<!${NAME_LETTER}|[A-Za-z0-9])(?:${NAME_LETTER}|[A-Za-z0-9]){1,20}(?:店|支店|営業所|会館)(?![\u4e00-\u9fff])`,
  'gu',
);

/** Words that end like a name and are none. */
const NO_NAME = new RegExp(
  '^(?:(?:お?客|皆|各|奥|神|王|仏|殿|何|同|仕|模|多|一|有|異|別|先|名|子)(?:様|さま|さん)' +
    '|.*(?:友達|客|員|者)(?:様|さま|さん|先生)|.*屋さん' +
    '|(?:当|弊|貴|各|全|来|開|閉|出|入|同|実|新|両|他|御|本|書|売|支|商|名|人気|有名|[0-9]+)店' +
    '|.*(?:飲食|専門|販売|加盟|取扱|代理|直営|百貨|量販|小売|喫茶|ご?来|全|各|対象)店)$',
  'u',
);

/** Names of people (with 様, さん, 先生) and of shops (…店). */
export function findNames(text: string): readonly Span[] {
  const searched = maskLinks(text, fold(text));
  return [...spansOf(PERSON, text, searched), ...spansOf(SHOP, text, searched)]
    .filter((span) => !NO_NAME.test(fold(span.text)))
    .toSorted((a, b) => a.start - b.start);
}
