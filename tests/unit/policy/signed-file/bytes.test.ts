import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../../src/domain/policy/signed-file/base64.ts';
import { isLastGroup, keyFingerprint } from '../../../../src/domain/policy/signed-file/key-fingerprint.ts';
import { readUtf8, utf8 } from '../../../../src/domain/policy/signed-file/utf8.ts';

const bytes = fc.uint8Array({ maxLength: 60 });

describe('bytes as text', () => {
  it('are base64 as everybody writes it, and back the same', async () => {
    await fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'));
        expect(fromBase64(toBase64(some))).toEqual(Uint8Array.from(some));
      }),
    );
  });

  it.each(['A', 'AAA', 'AA=A', '====', 'AB==', 'AAB=', 'AA\n==', 'AA-_', 'ＡA=='])(
    '%j is not base64 as it is written here',
    (text) => expect(fromBase64(text)).toBeNull(),
  );

  it('are UTF-8 as everybody writes it', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toEqual(new TextEncoder().encode(text));
        expect(readUtf8(utf8(text))).toBe(text);
      }),
    );
    await fc.assert(
      fc.property(bytes, (some) => {
        const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        const expected = () => decoder.decode(some);
        const read = readUtf8(some);
        if (read === null) expect(expected).toThrow();
        else expect(read).toBe(expected());
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the short form of a key', () => {
  it('is six groups of four digits, whose last one is compared', () => {
    const groups = keyFingerprint(`${'0'.repeat(60)}002a`);
    expect(groups).toEqual(['0000', '0000', '0000', '0000', '0000', '0042']);
    const other = keyFingerprint('f'.repeat(64));
    expect(other.join(' ')).toMatch(/^\d{4}( \d{4}){5}$/);
    expect([' ００４２ ', '0042', '42', '', '00420'].map((typed) => isLastGroup(typed, groups))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
