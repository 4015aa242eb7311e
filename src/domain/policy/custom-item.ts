import * as v from 'valibot';
import { basicIdSchema } from '../broadcast/basic-id.ts';
import { textOf, whole } from './rule.ts';
import { canonicalText } from './same-value.ts';
import type { Strictness } from './strictness.ts';

/** Most items of one layer, and most answers to choose from. */
export const MOST_CUSTOM_ITEMS = 20;
export const MOST_CHOICES = 10;

/** A text in Japanese, and in the other languages as far as somebody has written it. */
export const translatedText = v.strictObject({
  ja: textOf(1, 200),
  en: v.optional(textOf(1, 200)),
  zh_TW: v.optional(textOf(1, 200)),
  th: v.optional(textOf(1, 200)),
});
export type TranslatedText = v.InferOutput<typeof translatedText>;

/** What a broadcast can contain, as a condition names it. */
export const CONTENTS = ['coupon', 'link', 'image', 'video', 'rich-message', 'card', 'survey'] as const;

/** Something about a broadcast that has to hold. What is not known of a broadcast counts as if it held. */
export const conditionSchema = v.variant('if', [
  v.strictObject({ if: v.literal('large') }),
  v.strictObject({ if: v.literal('audience'), is: v.picklist(['all', 'narrowed']) }),
  v.strictObject({ if: v.literal('schedule'), is: v.picklist(['now', 'at']) }),
  v.strictObject({
    if: v.literal('account'),
    in: v.pipe(v.array(basicIdSchema), v.minLength(1), v.maxLength(100)),
  }),
  v.strictObject({ if: v.literal('contains'), what: v.picklist(CONTENTS) }),
  v.strictObject({ if: v.literal('voom') }),
]);
export type Condition = v.InferOutput<typeof conditionSchema>;

const shared = {
  /** Unique among the items of one layer; the journal names it. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  text: translatedText,
  /** All of them have to hold. */
  when: v.union([v.literal('always'), v.pipe(v.array(conditionSchema), v.minLength(1), v.maxLength(10))]),
} as const;

/** How a question can be answered. */
export const CUSTOM_KINDS = ['tick', 'choice', 'number', 'word'] as const;

const choice = v.strictObject({ text: translatedText, isRight: v.boolean() });

/** A question of the supervisor's own, and how it is answered. */
export const customItemSchema = v.variant('kind', [
  v.strictObject({ ...shared, kind: v.literal('tick') }),
  v.strictObject({
    ...shared,
    kind: v.literal('choice'),
    choices: v.pipe(
      v.array(choice),
      v.minLength(2),
      v.maxLength(MOST_CHOICES),
      v.check((choices) => choices.some(({ isRight }) => isRight)),
    ),
  }),
  /** `right`: null where any number is an answer, which the journal then keeps. */
  v.strictObject({ ...shared, kind: v.literal('number'), right: v.nullable(whole(0, 1_000_000_000)) }),
  /** `right`: what may be typed; width, capitals and outer blanks make no difference. */
  v.strictObject({
    ...shared,
    kind: v.literal('word'),
    right: v.pipe(v.array(textOf(1, 50)), v.minLength(1), v.maxLength(MOST_CHOICES)),
  }),
]);
export type CustomItem = v.InferOutput<typeof customItemSchema>;

/**
 * More questions are stricter. Two different questions of one id are both kept: none is laxer than the other. Where one side has all
 * of them they stay in the order in which somebody put them.
 */
export const CUSTOM_ITEMS: Strictness<CustomItem[]> = {
  join: (a, b) => {
    const [all, fewer] = a.length >= b.length ? [a, b] : [b, a];
    if (all.length > fewer.length && CUSTOM_ITEMS.isAtLeast(all, fewer)) return all;
    if (canonicalText(a) === canonicalText(b)) return a;
    const byText = new Map([...a, ...b].map((item) => [canonicalText(item), item]));
    return [...byText]
      .toSorted(([one, { id }], [other, { id: otherId }]) => compare(id, otherId) || compare(one, other))
      .map(([, item]) => item);
  },
  isAtLeast: (a, b) => {
    const has = new Set(a.map(canonicalText));
    return b.every((item) => has.has(canonicalText(item)));
  },
};

/** What a damaged question can still be asked as: always, and if need be as a mere tick. */
export function mendCustomItem(stored: unknown): readonly unknown[] {
  const fields: Readonly<Record<string, unknown>> = { ...Object(stored) };
  const { id, text } = { id: fields['id'], text: fields['text'] };
  return [
    { ...fields, when: 'always' },
    { id, text, kind: 'tick', when: 'always' },
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
