import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ANSWER_LETTERS,
  checked,
  lettersOf,
  REQUEST_LETTERS,
  readCode,
  spacedCode,
} from '../../../../../src/domain/broadcast/approval/spoken-code.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyDigest = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyLength = fc.constantFrom(REQUEST_LETTERS, ANSWER_LETTERS);
const anyCode = fc
  .tuple(anyDigest, anyLength)
  .map(([digest, length]) => checked(lettersOf(digest, length - 1)));

describe('a code that is read out', () => {
  it('is read back as it was, however it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyCode, async (code) => {
        const spelled = [
          code,
          spacedCode(code),
          code.toLowerCase(),
          ` ${spacedCode(code).replaceAll('-', '－')} `,
          spacedCode(code).replaceAll('-', 'ー'),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          code.replaceAll('1', 'I'),
          code.replaceAll(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
        ];
        for (const typed of spelled) expect(readCode(typed, code.length)).toEqual({ kind: 'code', code });
      }),
    );
  });

  it('is never taken with one letter wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCode,
        fc.nat({ max: 11 }),
        fc.constantFrom(...LETTERS),
        async (code, place, letter) => {
          const at = place % code.length;
          fc.pre(code[at] !== letter);
          const damaged = code.slice(0, at) + letter + code.slice(at + 1);
          expect(readCode(damaged, code.length)).toEqual({ kind: 'misread' });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is never taken with two letters in each other’s place', async () => {
    await fc.assert(
      fc.asyncProperty(anyCode, fc.nat({ max: 11 }), fc.nat({ max: 11 }), async (code, one, other) => {
        const [a, b] = [one % code.length, other % code.length];
        fc.pre(code[a] !== code[b]);
        const letters = [...code];
        [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
        expect(readCode(letters.join(''), code.length)).toEqual({ kind: 'misread' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('says that letters are missing, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(anyCode, fc.string(), async (code, noise) => {
        expect(readCode(code.slice(1), code.length)).toEqual({ kind: 'incomplete' });
        expect(readCode(`${code}0`, code.length)).toEqual({ kind: 'incomplete' });
        expect(['incomplete', 'misread', 'code']).toContain(readCode(noise, 8).kind);
      }),
    );
  });

  test.each(['', 'U2345678', '1234567!', 'あいうえおかきく'])('“%s” is none', (typed) => {
    expect(readCode(typed, 8).kind).not.toBe('code');
  });

  it('has letters that all look different, in groups of four', () => {
    expect(spacedCode(checked('7K2M9QR'))).toMatch(/^7K2M-9QR.$/);
    expect(LETTERS).not.toMatch(/[ILOU]/);
  });
});
