import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { IdTrust } from '../../../src/domain/unsend/id-trust.ts';

const SENT = Date.UTC(2026, 10, 23, 5, 4, 30);
const minuteIn = (zoneMinutes: number, at: number) =>
  (((Math.floor(at / MINUTE) + zoneMinutes) % 1440) + 1440) % 1440;

describe('ids are believed', () => {
  test('while nothing was compared', () => {
    expect(new IdTrust().distrusted).toBe(false);
  });

  test('when every clock shows the id’s minute in one zone, give or take a minute', async () => {
    const quarterHours = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 * DAY }), fc.integer({ min: -1, max: 1 })));
    await fc.assert(
      fc.property(quarterHours, rows, (zone, messages) => {
        const trust = new IdTrust();
        for (const [before, off] of messages) {
          trust.noteClock(SENT - before, (minuteIn(zone, SENT - before) + off + 1440) % 1440);
        }
        expect(trust.distrusted).toBe(false);
      }),
    );
  });

  test('across the end of summer time, when two zones are an hour apart', () => {
    const trust = new IdTrust();
    trust.noteClock(SENT - DAY, minuteIn(60, SENT - DAY));
    trust.noteClock(SENT, minuteIn(0, SENT));
    expect(trust.distrusted).toBe(false);
  });

  test('when two of one minute stand in the other order', () => {
    const trust = new IdTrust();
    trust.noteOrder(SENT + 20_000, SENT);
    expect(trust.distrusted).toBe(false);
  });
});

describe('ids are no longer believed', () => {
  test.each([2, 3, 7, -2, -7])('when one clock is %i minutes off in every zone', (off) => {
    const trust = new IdTrust();
    trust.noteClock(SENT, (minuteIn(540, SENT) + off + 1440) % 1440);
    expect(trust.distrusted).toBe(true);
  });

  test.each([15, 30, 120, 210])('when two rows need zones that are %i minutes apart', (apart) => {
    const trust = new IdTrust();
    trust.noteClock(SENT, minuteIn(540, SENT));
    trust.noteClock(SENT, minuteIn(540 + apart, SENT));
    expect(trust.distrusted).toBe(true);
  });

  test('when they fall along the page by more than a minute', () => {
    const trust = new IdTrust();
    trust.noteOrder(SENT + HOUR, SENT);
    expect(trust.distrusted).toBe(true);
  });

  test('and not again, even when later rows agree', () => {
    const trust = new IdTrust();
    trust.noteClock(SENT, minuteIn(540, SENT) + 5);
    for (let row = 0; row < 50; row++) trust.noteClock(SENT, minuteIn(540, SENT));
    expect(trust.distrusted).toBe(true);
  });
});
