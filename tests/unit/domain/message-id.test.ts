import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../src/domain/clock.ts';
import { decodeMessageId } from '../../../src/domain/unsend/message-id.ts';

const NOW = Date.UTC(2026, 10, 23, 1, 0);
const CHAT = `U${'0123456789abcdef'.repeat(2)}`;

/** Written apart from the decoder on purpose: multiplication instead of shifts. */
function idOf(sentAt: number, low = 0): string {
  return String(BigInt(Math.floor((sentAt - 1_412_831_304_000) / 10)) * 16_777_216n + BigInt(low));
}

describe('a message id', () => {
  test.each([
    // A row of the real page, shown as 13.40 น. (UTC+7) on that day.
    ['626215489626702404', '2026-08-07T06:40:22'],
    // A message sent by an integration and published a day later.
    ['613477392824664423', '2026-05-11T09:38'],
    // The sample of LINE's own documentation.
    ['468789577898262530', '2023-08'],
  ])('%s holds %s', (id, expected) => {
    const decoded = decodeMessageId(id, NOW);
    expect(decoded.form).toBe('sent');
    if (decoded.form === 'sent') expect(new Date(decoded.at).toISOString()).toContain(expected);
  });

  test('holds the send time to 10 ms, whatever its low bits are', async () => {
    await fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2023, 0, 1) + 10, max: NOW }),
        fc.integer({ min: 0, max: 2 ** 24 - 1 }),
        (sentAt, low) => {
          const decoded = decodeMessageId(idOf(sentAt, low), NOW);
          expect(decoded.form).toBe('sent');
          if (decoded.form !== 'sent') return;
          expect(decoded.at).toBeLessThanOrEqual(sentAt);
          expect(sentAt - decoded.at).toBeLessThan(10);
        },
      ),
    );
  });

  test.each([
    ['before 2023', idOf(Date.UTC(2022, 11, 31, 23, 59)), 'unreadable'],
    ['the first moment of 2023', idOf(Date.UTC(2023, 0, 1) + 10), 'sent'],
    ['five minutes ahead', idOf(NOW + 5 * MINUTE), 'sent'],
    ['more than five minutes ahead', idOf(NOW + 5 * MINUTE + 20), 'future'],
    ['14 digits, as before 2023', '14353798921116', 'unreadable'],
    ['20 digits', '62621548962670240400', 'unreadable'],
    ['a UUID', 'fee7f450-6fec-11e9-b49a-fa163e670dc0', 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['digits with a space', ' 626215489626702404', 'unreadable'],
    ['full-width digits', '６２６２１５４８９６２６７０２４０４', 'unreadable'],
    ['a negative number', '-26215489626702404', 'unreadable'],
  ])('%s is %s', (_, id, form) => {
    expect(decodeMessageId(id, NOW).form).toBe(form);
  });

  test('that the web client made itself holds the client’s time', () => {
    expect(decodeMessageId(`${CHAT}_${NOW - 1234}_12345678`, NOW)).toEqual({
      form: 'client-sent',
      at: NOW - 1234,
    });
    expect(decodeMessageId(`${CHAT}_${NOW + DAY}_1234567`, NOW).form).toBe('future');
    expect(decodeMessageId(`${CHAT}_123_1234567`, NOW).form).toBe('unreadable');
  });

  test('of any other shape is refused and never throws', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { form } = decodeMessageId(text, NOW);
        if (!/^\d{17,19}$/.test(text)) expect(form).toBe('unreadable');
      }),
    );
  });
});
