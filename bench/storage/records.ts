import * as v from 'valibot';
import { type StoredMessage, storedMessageSchema } from '../../src/domain/unsend/sent-message.ts';
import { BOT_ID } from '../../tests/replica/addresses.ts';

/** One message every twenty seconds: 180 of the newest can still be unsent, however many there are. */
const APART_MS = 20_000;
const EACH_CONVERSATION = 200;

/** The `index`-th message before `now`, 0 the newest; in conversations of 200. A negative index is a message after `now`. */
export function recordAt(index: number, now: number): StoredMessage {
  const sentAt = now - 1_000 - index * APART_MS;
  const conversation = Math.max(0, Math.floor(index / EACH_CONVERSATION));
  return v.parse(storedMessageSchema, {
    account: BOT_ID,
    conversation: `U${conversation.toString(16).padStart(32, '0')}`,
    id: String(500_000_000_000_000_000n - BigInt(index)),
    sendTime: { earliest: sentAt, latest: sentAt, precision: 'exact', source: 'id' },
    kind: 'text',
    firstSeen: sentAt,
    lastSeen: sentAt,
    unsentAt: null,
  });
}

/** The messages from the `from`-th before `now` on. */
export function recordsFrom(from: number, count: number, now: number): readonly StoredMessage[] {
  return Array.from({ length: count }, (_, index) => recordAt(from + index, now));
}
