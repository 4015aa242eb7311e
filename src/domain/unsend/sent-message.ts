import * as v from 'valibot';
import { accountIdSchema, conversationIdSchema, messageIdSchema } from './identity.ts';
import { MESSAGE_KINDS } from './message-kind.ts';
import { SEND_TIME_SOURCES } from './send-time.ts';

/** A moment within the range of JavaScript's dates. */
export const instantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(8_640_000_000_000_000),
);

export const sendTimeSchema = v.pipe(
  v.object({
    earliest: instantSchema,
    latest: instantSchema,
    precision: v.picklist(['exact', 'minute']),
    source: v.picklist(SEND_TIME_SOURCES),
  }),
  v.check((time) => time.earliest <= time.latest),
);

/** One outgoing message as a content script saw it. */
export const seenMessageSchema = v.object({
  id: messageIdSchema,
  sendTime: sendTimeSchema,
  kind: v.picklist(MESSAGE_KINDS),
  seenAt: instantSchema,
});
export type SeenMessage = v.InferOutput<typeof seenMessageSchema>;

/** What is remembered of one outgoing message: when, where and what kind; never its text, never a customer's name. */
export const storedMessageSchema = v.object({
  account: accountIdSchema,
  conversation: conversationIdSchema,
  id: messageIdSchema,
  sendTime: sendTimeSchema,
  kind: v.picklist(MESSAGE_KINDS),
  firstSeen: instantSchema,
  lastSeen: instantSchema,
  /** When `sendTime` was last read, where that was before `lastSeen`. */
  timeSeen: v.exactOptional(instantSchema),
  unsentAt: v.nullable(instantSchema),
});
export type StoredMessage = v.InferOutput<typeof storedMessageSchema>;
