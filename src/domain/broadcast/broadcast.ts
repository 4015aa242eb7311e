import * as v from 'valibot';
import { instantSchema } from '../unsend/sent-message.ts';
import { basicIdSchema } from './basic-id.ts';

/** Longest text of one bubble that is looked at; LINE's own limit is 500 letters. */
export const LONGEST_TEXT = 5_000;
/** Most bubbles that are looked at; LINE's own limit is 3. */
export const MOST_BUBBLES = 10;

const shortText = v.pipe(v.string(), v.maxLength(400));

export const BUBBLE_KINDS = [
  'text',
  'sticker',
  'image',
  'video',
  'voice',
  'coupon',
  'rich-message',
  'rich-video',
  'card',
  'survey',
  'reservation',
  'unknown',
] as const;
export type BubbleKind = (typeof BUBBLE_KINDS)[number];

/** One 吹き出し. `text` is empty for all kinds but `text` and `unknown`; `name` is a title or alternative text where the request has one. */
export const bubbleSchema = v.object({
  kind: v.picklist(BUBBLE_KINDS),
  text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  name: v.nullable(shortText),
  /** Addresses that the bubble carries outside its text, such as an image's target. */
  links: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2_000))), v.maxLength(50)),
  /** A digest-like key of the content LINE refers to (image key, coupon number): the same key is the same content. */
  key: v.nullable(shortText),
});
export type Bubble = v.InferOutput<typeof bubbleSchema>;

/** When it goes. `unclear`: the request does not say it in a way we know. */
export const scheduleSchema = v.variant('kind', [
  v.object({ kind: v.literal('now') }),
  v.object({ kind: v.literal('at'), at: instantSchema }),
  v.object({ kind: v.literal('unclear') }),
]);
export type Schedule = v.InferOutput<typeof scheduleSchema>;

/** To whom it goes. `target` is the request's own description in canonical form (keys sorted, opaque tokens left out). */
export const audienceSchema = v.object({
  kind: v.picklist(['all', 'narrowed', 'unclear']),
  name: v.nullable(shortText),
  target: v.pipe(v.string(), v.maxLength(20_000)),
  /** 配信メッセージ数の上限, when on. */
  limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Audience = v.InferOutput<typeof audienceSchema>;

/** A broadcast as it is about to be sent: what its request says, or what the editor shows. */
export const broadcastSchema = v.object({
  account: v.nullable(basicIdSchema),
  schedule: scheduleSchema,
  audience: audienceSchema,
  bubbles: v.pipe(v.array(bubbleSchema), v.maxLength(MOST_BUBBLES)),
  /** Also posted to LINE VOOM; null when the request does not say. */
  voom: v.nullable(v.boolean()),
  abTest: v.nullable(v.boolean()),
  /** False when no bubble could be read: then `bubbles` is at most the raw body as one `unknown`, and the rest may be unclear. */
  readable: v.boolean(),
});
export type Broadcast = v.InferOutput<typeof broadcastSchema>;

/** What the page shows about the broadcast and its request does not say. Null: not found on the page. */
export const pageFactsSchema = v.object({
  accountName: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  /** ターゲット推計: how many people will get it, by LINE's own estimate. */
  people: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The editor was recognised; false: only the request is known. */
  recognised: v.boolean(),
});
export type PageFacts = v.InferOutput<typeof pageFactsSchema>;

/** How a send was noticed: by the press of the button, by the held request, or because the browser's lock stopped it. */
export const ATTEMPT_SOURCES = ['button', 'request', 'lock'] as const;

/** 128 random bits. */
export const attemptIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('AttemptId'));
export type AttemptId = v.InferOutput<typeof attemptIdSchema>;

/** One wish to send one broadcast. It keeps its id until it ends; a changed broadcast is a new attempt. */
export const attemptSchema = v.object({
  id: attemptIdSchema,
  source: v.picklist(ATTEMPT_SOURCES),
  broadcast: broadcastSchema,
  page: pageFactsSchema,
  /** It only saves, and was stopped because no script of ours could say so to the browser's lock. */
  isDraft: v.boolean(),
});
export type Attempt = v.InferOutput<typeof attemptSchema>;
