import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { CONFIRMATION_LASTS_MS, type WindowChoice } from '../../../src/domain/policy/policy.ts';
import { PcClock } from '../../../src/domain/unsend/pc-clock.ts';
import { minuteInterval } from '../../../src/domain/unsend/send-time.ts';
import { nextChange, statusOf, timeLeft } from '../../../src/domain/unsend/status.ts';
import type { WindowSetting } from '../../../src/domain/unsend/window.ts';

const WARN = { warnMinutes: 10, urgentMinutes: 5 };
const TEN = new Date(2026, 10, 20, 10, 0).getTime();
const at = (time: string, daysLater = 0) => {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(2026, 10, 20 + daysLater, hour, minute).getTime() + Math.round(second * 1000);
};
const setting = (choice: WindowChoice, marginSeconds = 60): WindowSetting => ({
  choice,
  region: 'JP',
  marginSeconds,
});
const AUTOMATIC = setting({ mode: 'automatic' });
const CONFIRMED_DAY = setting({ mode: 'day', checkedAt: TEN - DAY });

/** A text message whose row shows 10:00, as the page shows it: to the minute. */
const shownAsTen = {
  kind: 'text',
  sendTime: {
    earliest: minuteInterval(TEN).from,
    latest: minuteInterval(TEN).to,
    precision: 'minute',
    source: 'clock',
  },
} as const;

describe('a message shown as 10:00', () => {
  test.each([
    ['10:00:30', 0, AUTOMATIC, 'safe', 58, 'minutes'],
    ['10:49:00', 0, AUTOMATIC, 'warn', 10, 'minutes'],
    ['10:58:01', 0, AUTOMATIC, 'warn', 59, 'seconds'],
    ['10:58:59.999', 0, AUTOMATIC, 'warn', 0, 'seconds'],
    ['10:59:00.000', 0, AUTOMATIC, 'check', null, null],
    ['11:00:30', 0, AUTOMATIC, 'check', null, null],
    ['10:00:59.999', 1, AUTOMATIC, 'check', null, null],
    ['10:01:00.000', 1, AUTOMATIC, 'over', null, null],
    ['09:58:59', 1, CONFIRMED_DAY, 'warn', 1, 'seconds'],
    ['09:59:00', 1, CONFIRMED_DAY, 'check', null, null],
    ['11:00:59.999', 0, setting({ mode: 'hour' }), 'check', null, null],
    ['11:01:00', 0, setting({ mode: 'hour' }), 'over', null, null],
    ['10:10:00', 0, setting({ mode: 'custom', minutes: 30 }), 'safe', 19, 'minutes'],
    ['10:31:00', 0, setting({ mode: 'custom', minutes: 30 }), 'over', null, null],
    ['10:59:30', 0, setting({ mode: 'automatic' }, 0), 'warn', 30, 'seconds'],
    ['10:55:00', 0, setting({ mode: 'automatic' }, 300), 'check', null, null],
  ] as const)('is at %s (+%i d) under %o: %s %s %s', (time, days, window, state, amount, unit) => {
    const status = statusOf(shownAsTen, window, WARN, at(time, days));
    expect(status.state).toBe(state);
    if ('left' in status) expect(status.left).toEqual({ amount, unit });
    else expect(amount).toBeNull();
  });

  test('is urgent from five minutes on', () => {
    const urgent = (time: string) => {
      const status = statusOf(shownAsTen, AUTOMATIC, WARN, at(time));
      return status.state === 'warn' && status.urgent;
    };
    expect(urgent('10:52:59')).toBe(false);
    expect(urgent('10:53:00')).toBe(false);
    expect(urgent('10:53:00.001')).toBe(true);
    expect(urgent('10:54:00')).toBe(true);
    expect(urgent('10:58:59')).toBe(true);
  });
});

/** A computer whose clock says `pcNow`; `pass` lets time pass, `set` sets the clock. */
function computer(pcNow: number) {
  let clockMs = pcNow;
  let steadyMs = 0;
  const pcClock = new PcClock({ now: () => clockMs }, () => steadyMs);
  const pass = (ms: number) => {
    clockMs += ms;
    steadyMs += ms;
  };
  const set = (ms: number) => {
    clockMs = ms;
  };
  return { pcClock, pass, set };
}

describe('the computer’s clock', () => {
  test('that runs 30 s slow is corrected by a bubble in the future', () => {
    const { pcClock } = computer(at('09:59:30'));
    pcClock.noteSeen(TEN);
    expect(pcClock.correction()).toBe(30 * SECOND);
    const status = statusOf(shownAsTen, AUTOMATIC, WARN, pcClock.now());
    expect(status).toMatchObject({ state: 'safe', left: { unit: 'minutes', amount: 59 } });
  });

  test('that is wrong by more than can be corrected makes everything unknown', () => {
    expect(statusOf(shownAsTen, AUTOMATIC, WARN, null).state).toBe('unknown');
    expect(statusOf(shownAsTen, AUTOMATIC, WARN, at('09:57:00')).state).toBe('unknown');
    const { pcClock } = computer(TEN);
    pcClock.noteWrong();
    expect(pcClock.now()).toBeNull();
  });

  test('is measured by messages sent live: the median of the recent ones in whole seconds', () => {
    const { pcClock } = computer(TEN);
    for (const ahead of [2_040, -5_000, 2_045, 60_000, 2_050]) pcClock.noteSentLive(TEN, TEN + ahead);
    expect(pcClock.correction()).toBe(3 * SECOND);
  });

  test('is not corrected when it is fast, and not believed when it is minutes slow', () => {
    const fast = computer(TEN).pcClock;
    fast.noteSentLive(TEN, TEN - HOUR);
    expect(fast.correction()).toBe(0);
    const slow = computer(TEN).pcClock;
    slow.noteSentLive(TEN, TEN + 3 * MINUTE);
    expect(slow.correction()).toBeNull();
  });

  test('that is set back counts as slow by that much; set forward, or slept through, it does not', () => {
    const { pcClock, pass, set } = computer(TEN);
    pass(10 * MINUTE);
    set(TEN + 9 * MINUTE);
    expect(pcClock.correction()).toBe(MINUTE);
    set(TEN - HOUR);
    expect(pcClock.now()).toBeNull();
    set(TEN + 8 * HOUR);
    expect(pcClock.correction()).toBe(0);
  });
});

describe('settings that are not known yet', () => {
  test.each([
    ['10:00:30', 0, 'check'],
    ['10:00:59.999', 1, 'check'],
    ['10:01:00', 1, 'over'],
  ] as const)('promise nothing at %s (+%i d): %s', (time, days, state) => {
    const unknown = { choice: { mode: 'unknown' }, region: 'JP', marginSeconds: 60 } as const;
    expect(statusOf(shownAsTen, unknown, WARN, at(time, days)).state).toBe(state);
  });
});

describe('a confirmed 24 hours', () => {
  test('counts for 90 days and then no longer', () => {
    const checkedAt = TEN - CONFIRMATION_LASTS_MS;
    const twoHoursLater = TEN + 2 * HOUR;
    const fresh = setting({ mode: 'day', checkedAt: checkedAt + 3 * HOUR });
    expect(statusOf(shownAsTen, fresh, WARN, twoHoursLater).state).toBe('safe');
    const old = setting({ mode: 'day', checkedAt });
    expect(statusOf(shownAsTen, old, WARN, twoHoursLater).state).toBe('check');
  });
});

test.each(['automatic', 'broadcast'] as const)('a message of kind %s can never be unsent', (kind) => {
  expect(statusOf({ ...shownAsTen, kind }, AUTOMATIC, WARN, TEN + MINUTE)).toEqual({ state: 'never' });
});

test('without a certain send time nothing is promised', () => {
  expect(statusOf({ kind: 'text', sendTime: null }, AUTOMATIC, WARN, TEN)).toEqual({ state: 'unknown' });
});

describe('what is left', () => {
  const deadline = fc.integer({ min: TEN, max: TEN + DAY });

  test('is never more than what is really left, and at most 60 s less', async () => {
    await fc.assert(
      fc.property(deadline, fc.integer({ min: 1, max: DAY }), (end, before) => {
        const { unit, amount } = timeLeft(end, end - before);
        const shown = amount * (unit === 'minutes' ? MINUTE : SECOND);
        expect(shown).toBeLessThanOrEqual(before);
        expect(before - shown).toBeLessThan(2 * MINUTE);
      }),
    );
  });

  test('changes exactly when nextChange says, and not before', async () => {
    await fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 61 * MINUTE }),
        fc.integer({ min: 0, max: 999_999 }),
        (age, offset) => {
          const sentAt = TEN + offset;
          const message = {
            kind: 'text',
            sendTime: { earliest: sentAt, latest: sentAt, precision: 'exact', source: 'id' },
          } as const;
          const now = sentAt + age;
          const status = statusOf(message, AUTOMATIC, WARN, now);
          const change = nextChange(status, now);
          if (change === null) return;
          expect(change).toBeGreaterThan(now);
          const label = (time: number) => {
            const { state, ...rest } = statusOf(message, AUTOMATIC, WARN, time);
            return JSON.stringify([state, 'left' in rest ? rest.left : null]);
          };
          expect(label(change - 1)).toBe(label(now));
          expect(label(change)).not.toBe(label(now));
        },
      ),
    );
  });

  test('changes for all messages of a page in the same moment of each minute', () => {
    const changes = [0, 7_310, 22_340, 59_990].map((offset) => {
      const sendTime = {
        earliest: TEN + offset,
        latest: TEN + offset,
        precision: 'exact',
        source: 'id',
      } as const;
      const now = TEN + 20 * MINUTE + 30_500;
      return nextChange(statusOf({ kind: 'text', sendTime }, AUTOMATIC, WARN, now), now);
    });
    expect(new Set(changes)).toEqual(new Set([TEN + 21 * MINUTE + 1]));
  });
});
