import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/clock.ts';
import { aheadOfLine, ClockWatch } from '../../../../src/domain/journal/clocks.ts';
import { FOUR_PAST_THREE } from '../../../support/journal-entries.ts';

/** Clocks that a test moves: the computer's and the one that nobody can set. */
function watch() {
  const moved = { pc: FOUR_PAST_THREE, passed: 0 };
  const clocks = new ClockWatch({
    clock: { now: () => moved.pc },
    sinceStart: () => moved.passed,
    zone: () => 'Asia/Tokyo',
  });
  const pass = (ms: number) => {
    moved.pc += ms;
    moved.passed += ms;
  };
  return { clocks, moved, pass };
}

describe('LINE’s clock', () => {
  it('is not known before LINE has answered', () => {
    const { clocks } = watch().clocks.read();
    expect(clocks.line).toBeNull();
    expect(aheadOfLine(clocks)).toBeNull();
  });

  it.each([5 * MINUTE, -5 * MINUTE, 0])('shows by how much the computer’s is ahead: %i ms', (ahead) => {
    const { clocks, pass } = watch();
    clocks.noteLine(FOUR_PAST_THREE - ahead);
    pass(90 * SECOND);
    const reading = clocks.read();
    expect(reading.clocks.line).toEqual({ date: FOUR_PAST_THREE - ahead, ageMs: 90 * SECOND });
    expect(aheadOfLine(reading.clocks)).toBe(ahead);
  });
});

describe('a jump of the computer’s clock', () => {
  it.each([
    [HOUR, HOUR],
    [-HOUR, -HOUR],
    [MINUTE + 1, MINUTE + 1],
    [MINUTE, null],
    [-MINUTE, null],
    [0, null],
  ])('of %i ms is told as %s', (byMs, told) => {
    const { clocks, moved, pass } = watch();
    pass(HOUR);
    moved.pc += byMs;
    expect(clocks.read().jumpMs).toBe(told);
  });

  it('is told until it is settled, and another one after that', () => {
    const { clocks, moved } = watch();
    moved.pc += HOUR;
    expect(clocks.read().jumpMs).toBe(HOUR);
    clocks.settle(clocks.read());
    expect(clocks.read().jumpMs).toBeNull();
    moved.pc -= HOUR;
    expect(clocks.read().jumpMs).toBe(-HOUR);
  });
});
