import { fold } from './fold.ts';
import { maskLinks } from './mask-links.ts';
import { type Span, spansOf } from './span.ts';

const QUANTITY =
  /(?<![\d,.])(?:先着|限定|抽選で?|最大|各|定員)?\s?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s?(?:名様?|人(?!気|前|様)|個|点(?!検)|枚|本(?!店|社|日|当|物|人|気|格|体|部)|食(?!堂|品|事)|セット|組(?!合)|ポイント|pt(?![a-z])|台(?!風)|冊|箱|袋|斤|ヶ月|か月|カ月|ヵ月|時間|日間|週間|年間|kg|g(?![a-z])|ml|cm|mm)/gi;

/** How many of something: `先着30名様`, `500ポイント`, `3日間`. */
export function findQuantities(text: string): readonly Span[] {
  return spansOf(QUANTITY, text, maskLinks(text, fold(text)));
}
