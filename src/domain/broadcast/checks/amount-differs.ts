import type { Broadcast } from '../broadcast.ts';
import type { Check, Found } from '../finding.ts';
import { type FoundAmount, findAmounts } from '../text/find-amounts.ts';
import { type LabelledPrice, labelledPrices } from './labelled-prices.ts';
import { foundAt, type Passage, shown, textsOf } from './passages.ts';

/** The same product at two prices, or one discount in one bubble and another in the next. */
export const amountDiffers: Check = {
  name: 'amount-differs',
  level: 'warn',
  find: ({ broadcast }) => [...differentPrices(broadcast), ...differentDiscounts(broadcast)],
};

function differentPrices(broadcast: Broadcast): readonly Found[] {
  const byLabel = new Map<string, LabelledPrice>();
  return textsOf(broadcast)
    .flatMap(labelledPrices)
    .flatMap((price) => {
      const first = byLabel.get(price.label);
      if (first === undefined) byLabel.set(price.label, price);
      if (first === undefined || !contradict(first.price, price.price)) return [];
      return [
        foundAt(price.passage, price.price, 'checkPriceDiffers', [
          shown(first.price.text),
          shown(price.label),
        ]),
      ];
    });
}

/** With and without tax two prices differ as they should. */
function contradict(a: FoundAmount, b: FoundAmount): boolean {
  const isWithoutTax = ({ text }: FoundAmount) => /税抜|税別|本体/.test(text);
  return a.value !== b.value && isWithoutTax(a) === isWithoutTax(b);
}

function differentDiscounts(broadcast: Broadcast): readonly Found[] {
  const single = textsOf(broadcast).flatMap(singleDiscount);
  const [first] = single;
  return single.flatMap(({ passage, discount }) =>
    first === undefined || first.discount.value === discount.value
      ? []
      : [foundAt(passage, discount, 'checkDiscountDiffers', [shown(first.discount.text)])],
  );
}

/** The discount of a text that has only one; `最大50%OFF` and `さらに10%OFF` are not compared. */
function singleDiscount(passage: Passage): readonly { passage: Passage; discount: FoundAmount }[] {
  const discounts = findAmounts(passage.text).filter(({ kind }) => kind === 'discount');
  const [discount] = discounts;
  if (discount === undefined || new Set(discounts.map(({ value }) => value)).size !== 1) return [];
  const before = passage.text.slice(Math.max(0, discount.start - 8), discount.start);
  return /最大|さらに|もう一?[1１]点|2点目|追加|MAX|up to/i.test(before) ? [] : [{ passage, discount }];
}
