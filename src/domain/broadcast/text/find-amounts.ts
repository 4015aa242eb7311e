import { fold } from './fold.ts';
import { maskLinks } from './mask-links.ts';
import { type Span, spanOf, withoutOverlaps } from './span.ts';

/**
 * Money, or a discount. `value` is in the currency's main unit or in percent taken off, so that 2割引 and 20％OFF are equal;
 * of a rate that is no discount (`糖度20%`) it is the rate.
 */
export interface FoundAmount extends Span {
  readonly kind: 'money' | 'discount' | 'rate';
  readonly value: number;
}

const NUMBER = String.raw`(?<![\d,.])(?<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?<part>\d{1,2}))?`;
const TAX = String.raw`(?:\s?[(]?(?:税込み?|税抜き?|税別|本体価格)[)]?)?`;
const OFF = String.raw`\s?(?:OFF|オフ|引き?|割引|ディスカウント|還元|ポイントバック)`;

const MONEY: readonly RegExp[] = [
  new RegExp(
    String.raw`${NUMBER}\s?(?<ten>万)?(?:(?<rest>\d{1,4})|(?<thousand>千))?\s?円(?!形|陣|滑|盤|柱|卓|筒|周|熟)${TAX}`,
    'g',
  ),
  new RegExp(String.raw`(?:NT\$|US\$|[¥$฿€])\s?${NUMBER}(?!\d)${TAX}`, 'g'),
  new RegExp(String.raw`${NUMBER}\s?(?:บาท|元|ドル|バーツ|THB|TWD|JPY|USD|yen)${TAX}`, 'gi'),
];
const PERCENT = new RegExp(String.raw`${NUMBER}\s?%(?<off>${OFF})?`, 'gi');
const TENTHS = /(?<![\d.])(?<tenths>\d)割(?:(?<hundredths>\d)分)?\s?(?:引き?|オフ|OFF|安)/gi;
const HALF = /半額/g;

/** All prices, sums, discounts and rates of a text in order. */
export function findAmounts(text: string): readonly FoundAmount[] {
  const searched = maskLinks(text, fold(text));
  return withoutOverlaps([
    ...MONEY.flatMap((pattern) => amountsBy(pattern, text, searched, (groups) => ['money', moneyOf(groups)])),
    ...amountsBy(PERCENT, text, searched, (groups) => [
      groups['off'] === undefined ? 'rate' : 'discount',
      numberOf(groups),
    ]),
    ...amountsBy(TENTHS, text, searched, ({ tenths, hundredths }) => [
      'discount',
      Number(tenths) * 10 + Number(hundredths ?? 0),
    ]),
    ...amountsBy(HALF, text, searched, () => ['discount', 50]),
  ]);
}

type Groups = Readonly<Record<string, string | undefined>>;

function amountsBy(
  pattern: RegExp,
  text: string,
  searched: string,
  read: (groups: Groups) => readonly [FoundAmount['kind'], number],
): readonly FoundAmount[] {
  return [...searched.matchAll(pattern)].map(({ index, 0: { length }, groups }) => {
    const [kind, value] = read(groups ?? {});
    return { ...spanOf(text, index, index + length), kind, value };
  });
}

function numberOf({ number = '', part }: Groups): number {
  return Number(`${number.replaceAll(',', '')}.${part ?? 0}`);
}

/** `1万5000円`, `1.5万円` and `3千円` too. */
function moneyOf(groups: Groups): number {
  const number = numberOf(groups);
  const scaled = groups['ten'] === undefined ? number : number * 10_000;
  return (groups['thousand'] === undefined ? scaled : scaled * 1_000) + Number(groups['rest'] ?? 0);
}
