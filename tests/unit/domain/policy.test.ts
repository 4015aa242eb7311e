import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { needsNewCheck } from '../../../src/domain/policy/policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import { account, TEN_O_CLOCK } from '../../support/sent-messages.ts';

describe('windows that were stored', () => {
  const windowsOf = (windows: unknown) => readLayer({ windows }).values.rules.windows;

  it.each([
    ['a damaged window', { [account(2)]: { mode: 'custom', minutes: 0 } }],
    ['an unknown window', { [account(2)]: { mode: 'forever' } }],
    ['a window of nobody', { nobody: { mode: 'hour' } }],
    ['nothing', { [account(2)]: null }],
  ])('%s costs the other accounts nothing', (_what, damaged) => {
    const good = { [account(1)]: { mode: 'hour' }, [account(3)]: { mode: 'custom', minutes: 5 } };
    expect(windowsOf({ ...damaged, ...good })).toEqual(good);
  });

  it.each([undefined, null, 'hour', 7, [{ mode: 'hour' }]])('%j are no windows', (windows) => {
    expect(windowsOf(windows)).toBeUndefined();
  });
});

describe('a check that somebody made', () => {
  const checked = (at: number) => needsNewCheck({ mode: 'day', checkedAt: at }, TEN_O_CLOCK);

  it.each([
    ['just now', TEN_O_CLOCK, false],
    ['almost 90 days ago', TEN_O_CLOCK - 90 * DAY + 1, false],
    ['90 days ago', TEN_O_CLOCK - 90 * DAY, true],
    ['in the future', TEN_O_CLOCK + 1, true],
    ['in a far future', TEN_O_CLOCK + 1_000 * DAY, true],
  ])('%s (%i): due is %s', (_when, at, due) => {
    expect(checked(at)).toBe(due);
  });

  it('is never due where none is needed', () => {
    expect(needsNewCheck({ mode: 'hour' }, TEN_O_CLOCK)).toBe(false);
  });
});
