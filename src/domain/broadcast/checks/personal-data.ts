import type { Check, Found, Level } from '../finding.ts';
import { findLinks } from '../text/find-links.ts';
import { type Span, withoutOverlaps } from '../text/span.ts';
import { isCardNumber, isMyNumber } from './digit-numbers.ts';
import { foundAt, type Passage, spansIn, textsOf } from './passages.ts';

/** Numbers and addresses of a private person. A shop's own 03- or 0120- number and its info@ are ordinary. */
export const personalData: Check = {
  name: 'personal-data',
  level: 'warn',
  find: ({ broadcast }) => textsOf(broadcast).flatMap(personalDataIn),
};

interface Kind {
  readonly key: string;
  readonly pattern: RegExp;
  readonly level?: Level;
  /** Whether what the pattern found is really one. */
  accepts?(text: string): boolean;
}

const HYPHEN = String.raw`[-\s‐‑‒–—−ー()]`;
/** Mail boxes of a shop or office, not of a person. */
const OFFICE =
  /^(?:info|support|contact|inquiry|otoiawase|shop|store|order|sales|help|desk|service|reserve|yoyaku|event|press|pr|recruit|saiyo|hello|mail|office|admin|noreply|no-reply|customer|cs|line)[a-z0-9._-]*@/i;
const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

const KINDS: readonly Kind[] = [
  {
    key: 'checkPersonalPhone',
    pattern: new RegExp(
      String.raw`(?<!\d|\d-)(?:\+81\s?-?[789]0|0[789]0)${HYPHEN}{0,2}\d{4}${HYPHEN}{0,2}\d{4}(?!\d)`,
      'g',
    ),
  },
  {
    key: 'checkPersonalMail',
    pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}/g,
    accepts: (text) => !OFFICE.test(text),
  },
  {
    key: 'checkPersonalBank',
    pattern:
      /(?:普通|当座|貯蓄)(?:預金|口座)?\s?(?:口座番号)?[\s:]{0,3}\d{6,8}(?!\d)|口座番号[はが:\s]{0,3}\d{5,8}(?!\d)/g,
  },
  {
    key: 'checkPersonalCard',
    pattern:
      /(?<![\d-])\d{4}[-\s]?\d{4}[-\s]?\d{4}[-\s]?\d{2,4}(?![\d-])|(?<![\d-])\d{4}[-\s]?\d{6}[-\s]?\d{5}(?![\d-])/g,
    accepts: (text) => isCardNumber(digitsOf(text)),
  },
  {
    key: 'checkPersonalNumber',
    pattern: /(?<![\d-]|\d\s)\d{4}[-\s]?\d{4}[-\s]?\d{4}(?![\d-]|\s\d)/g,
    accepts: (text) => isMyNumber(digitsOf(text)),
  },
  {
    key: 'checkPersonalAddress',
    pattern: /[都道府県市区町村郡][^\s、。0-9]{1,12}\d{1,5}(?:丁目\d{1,4})?番地(?:の?\d{1,4})?/g,
  },
  {
    key: 'checkPersonalAddress',
    pattern: /[都道府県市区町村郡][^\s、。0-9]{1,12}\d{1,3}丁目\d{1,4}番\d{0,4}号?/g,
    level: 'inform',
  },
];

function personalDataIn(passage: Passage): readonly Found[] {
  const links = findLinks(passage.text);
  const isInLink = ({ start, end }: Span) => links.some((link) => start < link.end && link.start < end);
  const spans = KINDS.flatMap((kind) =>
    spansIn(passage, kind.pattern)
      .filter((span) => (kind.accepts?.(span.text) ?? true) && !isInLink(span))
      .map((span) => ({ ...span, kind })),
  );
  return withoutOverlaps(spans).map((span) => foundAt(passage, span, span.kind.key, [], span.kind.level));
}
