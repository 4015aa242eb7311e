import type { Instant } from '../domain/clock.ts';
import { canBeUnsent } from '../domain/unsend/message-kind.ts';
import { isBeyondCorrection } from '../domain/unsend/pc-clock.ts';
import type { StoredMessage } from '../domain/unsend/sent-message.ts';
import { deadlines } from '../domain/unsend/window.ts';
import type { WindowGroup } from '../domain/unsend/window-groups.ts';
import type { SentMessageKey } from './sent-messages-schema.ts';

/** A message that can surely still be unsent, and until when. */
export interface UrgentMessage {
  readonly message: StoredMessage;
  readonly safeUntil: Instant;
}

/** Up to `count` records in order of their key, from the first that is not below `from` (or above it, when `open`). */
export type ReadFrom = (
  from: readonly [Instant, string?],
  open: boolean,
  count: number,
) => Promise<StoredMessage[]>;

/** Most records read at once when all of them are wanted. */
const SLICE = 1_000;

/**
 * The first `limit` unsendable messages by deadline. Each group of accounts has its own window, in which order of key is
 * order of deadline; so a single group costs one read of `limit` records, however many are stored.
 */
export async function readUrgent(
  read: ReadFrom,
  groups: readonly WindowGroup[],
  now: Instant,
  limit: number,
): Promise<readonly UrgentMessage[]> {
  const lists = await Promise.all(groups.map((group) => readGroup(read, group, now, limit)));
  return byDeadline(lists.flat()).slice(0, limit);
}

/** Those of `messages` that can surely still be unsent, the most urgent first. */
export function urgentAmong(
  messages: Iterable<StoredMessage>,
  groups: readonly WindowGroup[],
  now: Instant,
): readonly UrgentMessage[] {
  return byDeadline(
    [...messages].flatMap((message) => {
      const group = groups.find((one) => one.includes(message.account));
      return group === undefined ? [] : judge(message, group, now);
    }),
  );
}

async function readGroup(
  read: ReadFrom,
  group: WindowGroup,
  now: Instant,
  limit: number,
): Promise<readonly UrgentMessage[]> {
  const count = Math.min(limit, SLICE);
  const found: UrgentMessage[] = [];
  let from: readonly [Instant, string?] = [group.oldestSafe];
  let open = false;
  while (found.length < limit) {
    const slice = await read(from, open, count);
    for (const message of slice) {
      if (group.includes(message.account)) found.push(...judge(message, group, now));
    }
    const last = slice.at(-1);
    if (last === undefined || slice.length < count) break;
    from = [last.sendTime.earliest, last.id] satisfies SentMessageKey;
    open = true;
  }
  return found;
}

function judge(message: StoredMessage, group: WindowGroup, now: Instant): readonly UrgentMessage[] {
  if (message.unsentAt !== null || !canBeUnsent(message.kind)) return [];
  // The computer's clock was set back since: by such a clock everything would be promised far too long.
  if (isBeyondCorrection(message.sendTime.earliest, now)) return [];
  const { safeUntil } = deadlines(message.sendTime, group.setting, now);
  return safeUntil > now ? [{ message, safeUntil }] : [];
}

function byDeadline(messages: readonly UrgentMessage[]): readonly UrgentMessage[] {
  return messages.toSorted(
    (a, b) =>
      a.safeUntil - b.safeUntil ||
      a.message.sendTime.earliest - b.message.sendTime.earliest ||
      (a.message.id < b.message.id ? -1 : 1),
  );
}
