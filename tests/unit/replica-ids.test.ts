import { describe, expect, it } from 'vitest';
import { MessageIds, messageIdAt, sentAtOf } from '../replica/chat/model/ids.ts';
import { Random } from '../replica/chat/model/random.ts';

describe('the ids of the practice LINE', () => {
  it.each([
    ['626215489626702404', '2026-08-07T13:40:22+07:00'],
    ['613477392824664423', '2026-05-11T09:38:00Z'],
  ])('decode by the formula of the real ones: %s is within the minute of %s', (id, expected) => {
    expect(Math.abs(sentAtOf(id) - Date.parse(expected))).toBeLessThan(60_000);
  });

  it('decode the sample of a real outgoing row to its second', () => {
    const second = Math.floor(sentAtOf('626215489626702404') / 1000) * 1000;
    expect(second).toBe(Date.parse('2026-08-07T13:40:22+07:00'));
  });

  it.each([
    ['2023-01-01T00:00:00Z', 0],
    ['2026-08-07T06:40:22.130Z', 0xffffff],
    ['2030-12-31T23:59:59.990Z', 0x123456],
  ])('keep the time of %s at a resolution of 10 ms, whatever the low bits hold', (time, low) => {
    const id = messageIdAt(Date.parse(time), low);
    expect(id).toMatch(/^\d{18}$/);
    expect(sentAtOf(id)).toBe(Date.parse(time));
  });

  it('grow within one tick', () => {
    const ids = new MessageIds(new Random(1));
    const sentAt = Date.parse('2026-08-07T06:40:22.130Z');
    const given = [ids.next(sentAt), ids.next(sentAt + 1), ids.next(sentAt + 9)];
    expect(
      given
        .map(BigInt)
        .toSorted((one, other) => (one < other ? -1 : 1))
        .map(String),
    ).toEqual(given);
    expect(new Set(given).size).toBe(3);
  });
});
