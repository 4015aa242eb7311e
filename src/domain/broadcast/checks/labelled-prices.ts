import { type FoundAmount, findAmounts } from '../text/find-amounts.ts';
import { fold } from '../text/fold.ts';
import type { Passage } from './passages.ts';

/** A price with the product that stands before it on the same line. */
export interface LabelledPrice {
  readonly passage: Passage;
  readonly price: FoundAmount;
  readonly label: string;
}

/** Words that are no product: the same price list has them under every heading. */
const GENERIC =
  /^(?:大人|小人|子ども|子供|こども|小学生|中学生|高校生|大学生|学生|一般|会員|非会員|前売り?券?|当日券?|平日|土日祝?|休日|男性|女性|シニア|ペア|単品|セット|ランチ|ディナー|送料|合計|総額|参加費|入場料|料金|価格|定価|特価|通常|割引|クーポン|[SMLＳＭＬ大中小特並]{1,2}(?:サイズ)?)$/;
/** Between a product and its price: particles, "one", "only today" and the like. */
const BETWEEN =
  /(?:通常|定価|特別価格|販売価格|セール価格|会員価格|価格|税込み?|税抜き?|本体|各|1個|1本|1枚|1斤|1袋|一個|が|は|を|で|も|の|なんと|たったの|わずか|お?1人様|[\s:・…\-–—=→([【「『])$/;
const LABEL = /[^\s、。・,!?「」『』【】()[\]:→|/※★☆●○◆◇■□♪〜~=…]{1,30}$/;
const LEAST_LETTERS = 3;
const LINE_LETTERS = 80;

/**
 * The prices of which each stands alone on its line behind the name of a product. Lines with two prices (before and after,
 * with and without tax) are left out, since which of them counts cannot be told, and prices of a variant (飲み放題付き).
 */
export function labelledPrices(passage: Passage): readonly LabelledPrice[] {
  const prices = findAmounts(passage.text).filter(({ kind }) => kind === 'money');
  const lineOf = ({ start }: FoundAmount) => passage.text.lastIndexOf('\n', start);
  const counts = new Map<number, number>();
  for (const price of prices) counts.set(lineOf(price), (counts.get(lineOf(price)) ?? 0) + 1);
  return prices
    .filter((price) => counts.get(lineOf(price)) === 1 && !/^\s?[(（]/.test(passage.text.slice(price.end)))
    .flatMap((price) => {
      const label = labelBefore(
        passage.text.slice(Math.max(lineOf(price) + 1, price.start - LINE_LETTERS), price.start),
      );
      return label === null ? [] : [{ passage, price, label }];
    });
}

/** The product's name at the end of `before`, as it can be compared; null where there is none. */
function labelBefore(before: string): string | null {
  let rest = fold(before);
  while (BETWEEN.test(rest)) rest = rest.replace(BETWEEN, '');
  const [label = ''] = LABEL.exec(rest) ?? [];
  if (label.length < LEAST_LETTERS || GENERIC.test(label) || /\d$/.test(label)) return null;
  return label.toLowerCase();
}
