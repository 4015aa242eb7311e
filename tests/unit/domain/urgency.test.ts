import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { nextUrgencyChange, timeLeft, urgencyOf } from '../../../src/domain/unsend/status.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';

const warn = { warnMinutes: 10, urgentMinutes: 5 };

it('urgency changes exactly when it was said to, and never between', () => {
  const setup = fc.record({
    deadline: fc.integer({ min: 0, max: 90 * 60_000 }).map((ms) => TEN_O_CLOCK + ms),
    minutes: fc.tuple(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 1, max: 59 })),
    step: fc.integer({ min: 1, max: 60_000 }),
  });
  fc.assert(
    fc.property(setup, ({ deadline, minutes, step }) => {
      const setting = { warnMinutes: Math.max(...minutes), urgentMinutes: Math.min(...minutes) };
      const at = (now: number) => urgencyOf(timeLeft(deadline, now), setting);
      let now = TEN_O_CLOCK - MINUTE;
      while (now < deadline) {
        const next = nextUrgencyChange(deadline, setting, now);
        if (next === null) throw new Error('no change before the deadline');
        expect(next).toBeGreaterThan(now);
        expect(at(next - 1)).toBe(at(now));
        if (now + step < next) expect(at(now + step)).toBe(at(now));
        now = next;
      }
      expect(nextUrgencyChange(deadline, setting, now)).toBeNull();
    }),
  );
});

it('ends with the deadline', () => {
  const deadline = TEN_O_CLOCK;
  expect(nextUrgencyChange(deadline, warn, deadline - SECOND)).toBe(deadline);
  expect(nextUrgencyChange(deadline, warn, deadline)).toBeNull();
});
