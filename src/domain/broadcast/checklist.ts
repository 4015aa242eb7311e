import * as v from 'valibot';
import { basicIdSchema } from './basic-id.ts';
import { customAnswerSchema, customKeySchema, customQuestionSchema } from './custom-question.ts';
import { LEVELS } from './finding.ts';
import { wayOutSchema } from './way-out.ts';

/** What a person answers before a broadcast goes, in the order in which it is asked. */
export const ITEM_NAMES = [
  'account',
  'people',
  'when',
  'values',
  'links',
  'test',
  'second-person',
  'correction',
] as const;
export type ItemName = (typeof ITEM_NAMES)[number];

/** An item of ours, or a supervisor's own question. */
export const itemKeySchema = v.union([v.picklist(ITEM_NAMES), customKeySchema]);
export type ItemKey = v.InferOutput<typeof itemKeySchema>;

const shortText = v.pipe(v.string(), v.maxLength(200));
const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(60));

export const VALUE_KINDS = ['date', 'amount', 'name'] as const;

/** A value that stands in the text and has to be compared with the manuscript. `id` is unique in the checklist. */
export const extractedValueSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(40)),
  kind: v.picklist(VALUE_KINDS),
  text: shortText,
  /** The words around it, so that it is recognised. */
  before: shortText,
  after: shortText,
});
export type ExtractedValue = v.InferOutput<typeof extractedValueSchema>;

/** A link that has to be opened. `url` is what opens; null where the text is no address that a browser would take. */
export const foundLinkSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(40)),
  text: v.pipe(v.string(), v.maxLength(2_000)),
  url: v.nullable(v.pipe(v.string(), v.maxLength(4_000))),
});
export type FoundLink = v.InferOutput<typeof foundLinkSchema>;

const ownItemSchema = v.variant('name', [
  v.object({
    name: v.literal('account'),
    choices: v.array(v.object({ id: basicIdSchema, name: v.string() })),
  }),
  /** `known`: the page shows how many, so that the answer can be compared. */
  v.object({ name: v.literal('people'), known: v.boolean() }),
  v.object({ name: v.literal('when') }),
  v.object({ name: v.literal('values'), values: v.array(extractedValueSchema) }),
  v.object({ name: v.literal('links'), links: v.array(foundLinkSchema) }),
  /** `seenAt`: a test of exactly this content was observed then; the item is answered already. */
  v.object({ name: v.literal('test'), seenAt: v.nullable(v.number()) }),
  v.object({ name: v.literal('second-person') }),
  /** `text`: what a supervisor has prepared to be sent after a mistake. */
  v.object({ name: v.literal('correction'), text: v.exactOptional(v.string()) }),
]);

/** One asked item, with what is needed to ask it and nothing that answers it. */
export const itemSchema = v.union([ownItemSchema, customQuestionSchema]);
export type Item = v.InferOutput<typeof itemSchema>;
/** One of ours, whose name says what is asked. */
export type OwnItem = Extract<Item, { readonly name: ItemName }>;

/** `account`: null is "none of these". `when`: weekday 0 is Sunday; `time` as `HH:MM`. */
const ownAnswerSchema = v.variant('item', [
  v.object({ item: v.literal('account'), choice: v.nullable(basicIdSchema) }),
  v.object({ item: v.literal('people'), typed: v.pipe(v.string(), v.maxLength(40)) }),
  v.object({
    item: v.literal('when'),
    when: v.variant('kind', [
      v.object({ kind: v.literal('now') }),
      v.object({
        kind: v.literal('at'),
        weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
        time: v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/)),
      }),
    ]),
  }),
  v.object({ item: v.literal('values'), ticked: ids }),
  v.object({ item: v.literal('links'), opened: ids }),
  /** Only where no test was observed: why it is sent without one. */
  v.object({ item: v.literal('test'), without: shortText }),
  v.object({ item: v.literal('second-person'), person: shortText }),
  v.object({ item: v.literal('correction'), contact: shortText }),
]);

export const answerSchema = v.union([ownAnswerSchema, customAnswerSchema]);
export type Answer = v.InferOutput<typeof answerSchema>;

/** What an automatic check has found, as the checklist shows it. */
export const findingSchema = v.object({
  /** Unique in the checklist; reasons refer to it. */
  id: v.pipe(v.string(), v.maxLength(60)),
  check: v.pipe(v.string(), v.maxLength(40)),
  level: v.picklist(LEVELS),
  key: v.pipe(v.string(), v.maxLength(60)),
  values: v.array(v.pipe(v.string(), v.maxLength(400))),
  stretch: v.nullable(v.object({ bubble: v.number(), start: v.number(), end: v.number() })),
});

/** The typed reason for one warning. */
export const reasonSchema = v.object({ finding: v.pipe(v.string(), v.maxLength(60)), text: shortText });
export type Reason = v.InferOutput<typeof reasonSchema>;

/** What is different from the broadcast that was answered for before. */
export const CHANGES = ['account', 'audience', 'people', 'schedule', 'content', 'voom', 'advanced'] as const;
export type Change = (typeof CHANGES)[number];

/** A checklist as it is shown: everything but the right answers. */
export const sheetSchema = v.object({
  items: v.array(itemSchema),
  findings: v.array(findingSchema),
  /** Empty unless an earlier pass did not fit this broadcast. */
  changes: v.array(v.picklist(CHANGES)),
  coolDownSeconds: v.number(),
  wayOut: wayOutSchema,
});
export type Sheet = v.InferOutput<typeof sheetSchema>;

/** What is still open: items without a right answer, warnings without a reason, and blocks. */
export interface StillOpen {
  readonly items: readonly ItemKey[];
  readonly findings: readonly string[];
}
