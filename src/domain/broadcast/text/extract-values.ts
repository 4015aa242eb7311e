import type { Instant } from '../../clock.ts';
import type { Broadcast } from '../broadcast.ts';
import type { ExtractedValue } from '../checklist.ts';
import { findAmounts } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { findNames } from './find-names.ts';
import { findQuantities } from './find-quantities.ts';
import { findTimes } from './find-times.ts';
import { type Span, spanOf, withoutOverlaps } from './span.ts';

/** More are not compared one by one by anybody. */
export const MOST_VALUES = 40;
/** How much of the words before and after a value is shown. */
const CONTEXT_LETTERS = 12;
const LONGEST_VALUE = 200;

type Kind = ExtractedValue['kind'];
type Value = Span & { readonly kind: Kind };

/**
 * The dates (with times), amounts (with quantities) and names of all texts in the order of the bubbles, the same words once,
 * at most {@link MOST_VALUES}. The id is the kind's letter, the bubble and the place: `d0-12`.
 */
export function extractValues(broadcast: Broadcast, now: Instant): readonly ExtractedValue[] {
  const values = new Map<string, ExtractedValue>();
  for (const [bubble, { text }] of broadcast.bubbles.entries()) {
    for (const value of valuesOf(text, now)) {
      const same = `${value.kind} ${value.text}`;
      if (!values.has(same) && values.size < MOST_VALUES) values.set(same, shownValue(bubble, text, value));
    }
  }
  return [...values.values()];
}

function valuesOf(text: string, now: Instant): readonly Value[] {
  const of = (kind: Kind, spans: readonly Span[]) =>
    spans.map(({ start, end, text }) => ({ kind, start, end, text }));
  const all = withoutOverlaps([
    ...of('date', findDates(text, now)),
    ...of('date', findTimes(text)),
    ...of('amount', findAmounts(text)),
    ...of('amount', findQuantities(text)),
    ...of('name', findNames(text)),
  ]);
  return joined(text, all);
}

/** `12/1(火)` and `10:00` and `18:00` are one value where they stand together: one look, one tick. */
function joined(text: string, values: readonly Value[]): readonly Value[] {
  const together: Value[] = [];
  for (const value of values) {
    const last = together.at(-1);
    const joins =
      last?.kind === 'date' &&
      value.kind === 'date' &&
      value.end - last.start <= LONGEST_JOINED &&
      /^[ \u3000]?(?:[〜～~\-–]|から)?[ \u3000]?$/.test(text.slice(last.end, value.start));
    if (joins) together[together.length - 1] = { kind: 'date', ...spanOf(text, last.start, value.end) };
    else together.push(value);
  }
  return together;
}

const LONGEST_JOINED = 60;

function shownValue(bubble: number, text: string, { kind, start, end, text: words }: Value): ExtractedValue {
  return {
    id: `${kind.charAt(0)}${bubble}-${start}`,
    kind,
    text: words.slice(0, LONGEST_VALUE),
    before: text.slice(Math.max(0, start - CONTEXT_LETTERS), start),
    after: text.slice(end, end + CONTEXT_LETTERS),
  };
}
