import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../src/domain/clock.ts';
import {
  decideSendTime,
  minuteInterval,
  type SendTimeEvidence,
} from '../../../src/domain/unsend/send-time.ts';

const AT = Date.UTC(2026, 10, 23, 1, 2, 3);
const NONE: SendTimeEvidence = { id: { form: 'unreadable' }, observed: null, clock: null };
const observed = { from: AT - 500, to: AT + 100 };
const clock = minuteInterval(AT - 3_000);

describe('the send time', () => {
  test('is unknown without evidence', () => {
    expect(decideSendTime(NONE, true)).toBeNull();
  });

  test('is the id’s before anything else', () => {
    expect(decideSendTime({ id: { form: 'sent', at: AT }, observed, clock }, true)).toEqual({
      earliest: AT,
      latest: AT,
      precision: 'exact',
      source: 'id',
    });
  });

  test('is what was observed when the id says nothing or is not believed', () => {
    const expected = { earliest: AT - 500, latest: AT + 100, precision: 'minute', source: 'observed' };
    expect(decideSendTime({ ...NONE, observed, clock }, true)).toEqual(expected);
    expect(decideSendTime({ id: { form: 'sent', at: AT }, observed, clock }, false)).toEqual(expected);
  });

  test('is the displayed minute, from its first to its last millisecond, when there is nothing else', () => {
    expect(decideSendTime({ ...NONE, clock }, true)).toEqual({
      earliest: AT - 3_000,
      latest: AT - 3_000 + MINUTE - 1,
      precision: 'minute',
      source: 'clock',
    });
  });

  test('is unknown when a believed id lies in the future, whatever else is there', () => {
    const future = { form: 'future', at: AT } as const;
    expect(decideSendTime({ id: future, observed, clock }, true)).toBeNull();
    expect(decideSendTime({ id: future, observed: null, clock }, false)?.source).toBe('clock');
  });
});
