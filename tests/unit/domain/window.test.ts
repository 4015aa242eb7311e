import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { REGIONS, type WindowChoice } from '../../../src/domain/policy/policy.ts';
import { CORRECTION_LIMIT_MS, PcClock } from '../../../src/domain/unsend/pc-clock.ts';
import { UNSEND_RULES, type UnsendRule } from '../../../src/domain/unsend/rules.ts';
import { statusOf } from '../../../src/domain/unsend/status.ts';
import { deadlines, MissingRule, type WindowSetting } from '../../../src/domain/unsend/window.ts';

const CHANGE = Date.UTC(2027, 3, 1);
const rule = (over: Partial<UnsendRule>): UnsendRule => ({
  region: 'JP',
  from: null,
  rolloutDone: null,
  safeMinutes: 1440,
  maxMinutes: 1440,
  certainty: 'confirmed',
  checkedOn: '2026-11-22',
  ...over,
});
const AUTOMATIC: WindowSetting = { choice: { mode: 'automatic' }, region: 'JP', marginSeconds: 0 };
const exact = (at: number) => ({ earliest: at, latest: at });

describe('a limit that is cut from 24 hours to 1 hour', () => {
  const rules = [rule({}), rule({ from: CHANGE, rolloutDone: CHANGE, safeMinutes: 60, maxMinutes: 60 })];
  const safeUntil = (sentAt: number) => deadlines(exact(sentAt), AUTOMATIC, sentAt, rules).safeUntil;

  test.each([
    ['long before', CHANGE - 2 * DAY, CHANGE - DAY],
    ['just so that 24 hours end with the change', CHANGE - DAY, CHANGE],
    ['so that 24 hours would end after it', CHANGE - DAY + MINUTE, CHANGE],
    ['half an hour before', CHANGE - 30 * MINUTE, CHANGE + 30 * MINUTE],
    ['after', CHANGE + MINUTE, CHANGE + 61 * MINUTE],
  ])('ends the promise of a message sent %s the change', (_, sentAt, expected) => {
    expect(safeUntil(sentAt)).toBe(expected);
  });

  test('promises the shorter one while it is being rolled out, and rules the longer one out last', () => {
    const rollout = [
      rule({}),
      rule({ from: CHANGE, rolloutDone: CHANGE + 30 * DAY, safeMinutes: 60, maxMinutes: 60 }),
    ];
    const sentAt = CHANGE + DAY;
    const during = deadlines(exact(sentAt), AUTOMATIC, sentAt, rollout);
    expect(during.safeUntil).toBe(sentAt + 60 * MINUTE);
    expect(during.overFrom).toBe(sentAt + DAY + 1);
    const later = CHANGE + 31 * DAY;
    expect(deadlines(exact(later), AUTOMATIC, later, rollout).overFrom).toBe(later + 60 * MINUTE + 1);
  });
});

test('a limit that is lengthened counts only when every account has it', () => {
  const rules = [
    rule({ safeMinutes: 60, maxMinutes: 60 }),
    rule({ from: CHANGE, rolloutDone: CHANGE + 10 * DAY }),
  ];
  const during = CHANGE + DAY;
  expect(deadlines(exact(during), AUTOMATIC, during, rules).safeUntil).toBe(during + 60 * MINUTE);
  const after = CHANGE + 11 * DAY;
  expect(deadlines(exact(after), AUTOMATIC, after, rules).safeUntil).toBe(after + DAY);
});

test('every region that can be chosen has a rule', () => {
  for (const region of REGIONS) {
    expect(deadlines(exact(CHANGE), { ...AUTOMATIC, region }, CHANGE).safeUntil).toBe(CHANGE + 60 * MINUTE);
  }
  expect(() => deadlines(exact(CHANGE), AUTOMATIC, CHANGE, [])).toThrow(MissingRule);
});

test('every rule of the table promises at most what it allows', () => {
  for (const { safeMinutes, maxMinutes } of UNSEND_RULES) expect(safeMinutes).toBeLessThanOrEqual(maxMinutes);
});

/**
 * The promise of the product: whatever the rules, the send time, the margin and the error of the computer's clock, a
 * message is never shown as surely unsendable when the shortest plausible limit has passed.
 */
test('never is "safe" shown later than the shortest plausible window', async () => {
  const minutesOf = fc.integer({ min: 1, max: 1440 });
  const anyRule = fc
    .record({
      a: minutesOf,
      b: minutesOf,
      from: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
      rollout: fc.option(fc.integer({ min: 0, max: 3 * DAY })),
    })
    .map(({ a, b, from, rollout }) =>
      rule({
        safeMinutes: Math.min(a, b),
        maxMinutes: Math.max(a, b),
        from: CHANGE + from,
        rolloutDone: rollout === null ? null : CHANGE + from + rollout,
      }),
    );
  const anyChoice: fc.Arbitrary<WindowChoice> = fc.oneof(
    fc.constant({ mode: 'automatic' } as const),
    fc.constant({ mode: 'hour' } as const),
    minutesOf.map((minutes) => ({ mode: 'custom', minutes }) as const),
  );
  await fc.assert(
    fc.property(
      fc.array(anyRule, { minLength: 1, maxLength: 3 }),
      anyChoice,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: -2 * DAY, max: 2 * DAY }),
      fc.integer({ min: 0, max: 2 * DAY }),
      fc.integer({ min: -CORRECTION_LIMIT_MS, max: 10 * MINUTE }),
      fc.integer({ min: 0, max: 59_999 }),
      (rules, choice, marginSeconds, sent, age, clockError, blur) => {
        const sentAt = CHANGE + sent;
        const trueNow = sentAt + age;
        // The computer's clock is `clockError` ahead; the message itself, seen as it was sent, tells when it is behind.
        const pcClock = new PcClock({ now: () => sentAt + clockError }, () => 0);
        pcClock.noteSeen(sentAt);
        const correction = pcClock.correction();
        const believedNow = correction === null ? null : trueNow + clockError + correction;
        const window = { choice, region: 'JP', marginSeconds } as const;
        const sendTime = {
          earliest: sentAt - blur,
          latest: sentAt,
          precision: 'minute',
          source: 'clock',
        } as const;
        const status =
          believedNow === null ? { state: 'unknown' } : judged(sendTime, window, believedNow, rules);
        if (status.state !== 'safe' && status.state !== 'warn') return;
        const shortest = choice.mode === 'automatic' ? shortestInForce(rules, trueNow) : settled(choice);
        expect(trueNow).toBeLessThan(sentAt + shortest * MINUTE - marginSeconds * SECOND);
      },
    ),
    { numRuns: 2_000 },
  );
});

function judged(
  sendTime: Parameters<typeof deadlines>[0],
  window: WindowSetting,
  now: number,
  rules: readonly UnsendRule[],
) {
  const { safeUntil } = deadlines(sendTime, window, now, rules);
  return { state: now < safeUntil ? 'safe' : 'check' };
}

function settled(choice: WindowChoice): number {
  return choice.mode === 'custom' ? choice.minutes : 60;
}

/** Told apart from the product's own way: of all rules that may be in force at `now`, the shortest. */
function shortestInForce(rules: readonly UnsendRule[], now: number): number {
  const sorted = rules.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
  let possible: number[] = [sorted[0]?.safeMinutes ?? 0];
  for (const { from, rolloutDone, safeMinutes } of sorted.slice(1)) {
    if (now < (from ?? 0)) break;
    possible = rolloutDone !== null && now >= rolloutDone ? [safeMinutes] : [...possible, safeMinutes];
  }
  return Math.min(...possible);
}

test('status and deadlines agree', () => {
  const sendTime = { earliest: CHANGE, latest: CHANGE, precision: 'exact', source: 'id' } as const;
  const { safeUntil, overFrom } = deadlines(sendTime, AUTOMATIC, CHANGE);
  const state = (now: number) =>
    statusOf({ kind: 'text', sendTime }, AUTOMATIC, { warnMinutes: 10, urgentMinutes: 5 }, now).state;
  expect([state(safeUntil - 1), state(safeUntil), state(overFrom - 1), state(overFrom)]).toEqual([
    'warn',
    'check',
    'check',
    'over',
  ]);
});
