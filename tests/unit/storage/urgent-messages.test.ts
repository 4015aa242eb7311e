import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import type { StoredMessage } from '../../../src/domain/unsend/sent-message.ts';
import { deadlines } from '../../../src/domain/unsend/window.ts';
import { windowGroups, windowSetting } from '../../../src/domain/unsend/window-groups.ts';
import { type ReadFrom, readUrgent } from '../../../src/storage/urgent-messages.ts';
import { account, messageId, room, sendTime, TEN_O_CLOCK } from '../../support/sent-messages.ts';

function stored(id: string, ofAccount: number, sentAt: number): StoredMessage {
  const time = sendTime(sentAt);
  const seen = { firstSeen: sentAt, lastSeen: sentAt, unsentAt: null };
  return { ...room(1, ofAccount), id: messageId(id), sendTime: time, kind: 'text', ...seen };
}

/** Reads from a list as the database would, and counts. */
function reader(messages: readonly StoredMessage[]) {
  const reads: number[] = [];
  const key = (message: StoredMessage): readonly [number, string] => [message.sendTime.earliest, message.id];
  const compare = (a: readonly [number, string?], b: readonly [number, string?]) =>
    a[0] - b[0] || (a[1] ?? '').localeCompare(b[1] ?? '', 'en') || a.length - b.length;
  const sorted = messages.toSorted((a, b) => compare(key(a), key(b)));
  const read: ReadFrom = async (from, open, count) => {
    const found = sorted.filter((message) => compare(key(message), from) >= (open ? 1 : 0)).slice(0, count);
    reads.push(found.length);
    return found;
  };
  return { read, reads };
}

const withWindows = (windows: Policy['windows']): Policy => ({ ...DEFAULT_POLICY, windows });

describe('the most urgent messages', () => {
  it('cost one read of as many records as are wanted when all windows are equal', async () => {
    const messages = Array.from({ length: 5_000 }, (_, n) =>
      stored(`${n}`, n % 5, TEN_O_CLOCK - 2 * HOUR + n * 1_000),
    );
    const { read, reads } = reader(messages);
    const now = TEN_O_CLOCK - HOUR;
    expect(await readUrgent(read, windowGroups(DEFAULT_POLICY, now), now, 100)).toHaveLength(100);
    expect(reads).toEqual([100]);
  });

  it('of accounts with different windows are in order of deadline', async () => {
    const now = TEN_O_CLOCK;
    const policy = withWindows({
      [account(1)]: { mode: 'day', checkedAt: now },
      [account(2)]: { mode: 'custom', minutes: 10 },
    });
    const { read } = reader([
      stored('hour', 3, now - 30 * MINUTE),
      stored('day', 1, now - DAY + 21 * MINUTE),
      stored('day-over', 1, now - DAY),
      stored('ten', 2, now - 4 * MINUTE),
      stored('ten-over', 2, now - 10 * MINUTE),
    ]);
    const urgent = await readUrgent(read, windowGroups(policy, now), now, 10);
    expect(urgent.map(({ message, safeUntil }) => [message.id, (safeUntil - now) / MINUTE])).toEqual([
      ['ten', 5],
      ['day', 20],
      ['hour', 29],
    ]);
  });

  it('are the same as those found by looking at every message', async () => {
    const now = TEN_O_CLOCK;
    const choice = fc.constantFrom<Policy['windows'][keyof Policy['windows']]>(
      { mode: 'automatic' },
      { mode: 'hour' },
      { mode: 'day', checkedAt: now - DAY },
      { mode: 'day', checkedAt: now - 200 * DAY },
      { mode: 'custom', minutes: 1 },
      { mode: 'custom', minutes: 61 },
    );
    const setup = fc.record({
      choices: fc.array(choice, { maxLength: 4 }),
      marginSeconds: fc.constantFrom(0, 60, 300),
      limit: fc.integer({ min: 1, max: 20 }),
      messages: fc.array(
        fc.record({
          of: fc.integer({ min: 0, max: 5 }),
          age: fc.oneof(fc.integer({ min: -2, max: 90 }), fc.integer({ min: 0, max: 1_500 })),
          unsent: fc.boolean(),
          kind: fc.constantFrom('text' as const, 'broadcast' as const),
        }),
        { maxLength: 60 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(setup, async ({ choices, marginSeconds, limit, messages }) => {
        const windows = Object.fromEntries(choices.map((one, n) => [account(n), one]));
        const policy = { ...withWindows(windows), marginSeconds };
        const all = messages.map(({ of, age, unsent, kind }, n) => ({
          ...stored(`${n}`, of, now - age * MINUTE),
          unsentAt: unsent ? now : null,
          kind,
        }));
        const expected = all
          .filter(({ unsentAt, kind }) => unsentAt === null && kind === 'text')
          .map(
            (message) => deadlines(message.sendTime, windowSetting(policy, message.account), now).safeUntil,
          )
          .filter((safeUntil) => safeUntil > now)
          .toSorted((a, b) => a - b)
          .slice(0, limit);
        const urgent = await readUrgent(reader(all).read, windowGroups(policy, now), now, limit);
        expect(urgent.map(({ safeUntil }) => safeUntil)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
