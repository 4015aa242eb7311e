import * as v from 'valibot';

/**
 * Names of things on LINE's pages. Each is text that came from a page, checked for shape once, at the border.
 * Shapes: line-pages.md, "Addresses".
 */

/** A LINE official account as chat addresses name it: `U` and 32 hex digits. */
export const accountIdSchema = v.pipe(v.string(), v.regex(/^U[0-9a-f]{32}$/), v.brand('AccountId'));
export type AccountId = v.InferOutput<typeof accountIdSchema>;

/** One chat room of one account: a person (`U…`), a group (`C…`) or a room of several people (`R…`). */
export const conversationIdSchema = v.pipe(
  v.string(),
  v.regex(/^[UCR][0-9a-f]{32}$/),
  v.brand('ConversationId'),
);
export type ConversationId = v.InferOutput<typeof conversationIdSchema>;

/** Whatever LINE put into a row's `data-id`; usually the 18-digit message id. Never longer than 100 characters. */
export const messageIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/), v.brand('MessageId'));
export type MessageId = v.InferOutput<typeof messageIdSchema>;

/** The id in a `data-id`; null where there is none, or one of a shape that is no id. */
export function readMessageId(text: string | null): MessageId | null {
  const parsed = v.safeParse(messageIdSchema, text);
  return parsed.success ? parsed.output : null;
}
