import * as v from 'valibot';
import type { Instant } from '../domain/clock.ts';
import {
  type AccountId,
  accountIdSchema,
  type ConversationId,
  conversationIdSchema,
  type MessageId,
  messageIdSchema,
} from '../domain/unsend/identity.ts';
import { MESSAGE_KINDS } from '../domain/unsend/message-kind.ts';
import { SEND_TIME_SOURCES } from '../domain/unsend/send-time.ts';
import {
  instantSchema,
  type SeenMessage,
  type StoredMessage,
  storedMessageSchema,
} from '../domain/unsend/sent-message.ts';

/** Which conversation of which account. */
export interface Room {
  readonly account: AccountId;
  readonly conversation: ConversationId;
}

/**
 * What has been learnt of one message and is not stored yet. `seen` is null when only its unsending was noticed.
 * Patches of one message may be combined and applied in any order and any number of times; the result is the same.
 */
export const messagePatchSchema = v.object({
  account: accountIdSchema,
  conversation: conversationIdSchema,
  id: messageIdSchema,
  seen: v.nullable(storedMessageSchema),
  unsentAt: v.nullable(instantSchema),
});
export type MessagePatch = v.InferOutput<typeof messagePatchSchema>;

/** The patch for a message that was seen in a page. */
export function seenPatch(room: Room, { id, sendTime, kind, seenAt }: SeenMessage): MessagePatch {
  const { account, conversation } = room;
  const times = { firstSeen: seenAt, lastSeen: seenAt, unsentAt: null };
  return {
    account,
    conversation,
    id,
    seen: { account, conversation, id, sendTime, kind, ...times },
    unsentAt: null,
  };
}

/** The patch for a message that was taken back. */
export function unsentPatch({ account, conversation }: Room, id: MessageId, unsentAt: Instant): MessagePatch {
  return { account, conversation, id, seen: null, unsentAt };
}

/** Names one message among all patches and records. */
export function messageKey(message: Pick<StoredMessage, 'account' | 'conversation' | 'id'>): string {
  return `${message.account}/${message.conversation}/${message.id}`;
}

export function isInRoom({ account, conversation }: Room, room: Room): boolean {
  return account === room.account && conversation === room.conversation;
}

/** One patch for each message, keyed by {@link messageKey}. */
export function combinePatches(patches: Iterable<MessagePatch>): Map<string, MessagePatch> {
  const combined = new Map<string, MessagePatch>();
  for (const patch of patches) {
    const key = messageKey(patch);
    const before = combined.get(key);
    combined.set(key, before === undefined ? patch : combine(before, patch));
  }
  return combined;
}

/** The record after a patch; undefined when nothing but the unsending of an unknown message was noticed. */
export function applyPatch(
  stored: StoredMessage | undefined,
  patch: MessagePatch,
): StoredMessage | undefined {
  const seen =
    stored !== undefined && patch.seen !== null ? merge(stored, patch.seen) : (stored ?? patch.seen);
  if (seen === null) return undefined;
  return { ...seen, unsentAt: earlier(seen.unsentAt, patch.unsentAt) };
}

function combine(a: MessagePatch, b: MessagePatch): MessagePatch {
  return {
    ...a,
    seen: a.seen !== null && b.seen !== null ? merge(a.seen, b.seen) : (a.seen ?? b.seen),
    unsentAt: earlier(a.unsentAt, b.unsentAt),
  };
}

function merge(a: StoredMessage, b: StoredMessage): StoredMessage {
  const timed = moreCertain(a, b);
  const lastSeen = Math.max(a.lastSeen, b.lastSeen);
  const { timeSeen: _, ...rest } = a;
  return {
    ...rest,
    sendTime: timed.sendTime,
    kind: newerKind(a, b),
    firstSeen: Math.min(a.firstSeen, b.firstSeen),
    lastSeen,
    ...(timeSeenOf(timed) < lastSeen ? { timeSeen: timeSeenOf(timed) } : {}),
    unsentAt: earlier(a.unsentAt, b.unsentAt),
  };
}

/**
 * The one with the better source; of one source what was seen last, as a reading may have been corrected; then the
 * narrower span, then the earlier time, which promises less. A total order.
 */
function moreCertain(a: StoredMessage, b: StoredMessage): StoredMessage {
  const [timeA, timeB] = [a.sendTime, b.sendTime];
  const difference =
    SEND_TIME_SOURCES.indexOf(timeA.source) - SEND_TIME_SOURCES.indexOf(timeB.source) ||
    timeSeenOf(b) - timeSeenOf(a) ||
    timeA.latest - timeA.earliest - (timeB.latest - timeB.earliest) ||
    timeA.earliest - timeB.earliest ||
    timeA.precision.localeCompare(timeB.precision);
  return difference <= 0 ? a : b;
}

function timeSeenOf({ timeSeen, lastSeen }: StoredMessage): Instant {
  return timeSeen ?? lastSeen;
}

/** What was seen last counts, as a row may show its kind only after it was sent; of two at once the more cautious. */
function newerKind(a: StoredMessage, b: StoredMessage): StoredMessage['kind'] {
  if (a.lastSeen !== b.lastSeen) return a.lastSeen > b.lastSeen ? a.kind : b.kind;
  return MESSAGE_KINDS.indexOf(a.kind) >= MESSAGE_KINDS.indexOf(b.kind) ? a.kind : b.kind;
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
