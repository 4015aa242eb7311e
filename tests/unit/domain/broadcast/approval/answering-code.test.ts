import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answeringCode,
  judgeAnsweringCode,
  requestCode,
} from '../../../../../src/domain/broadcast/approval/answering-code.ts';
import { isSamePerson } from '../../../../../src/domain/broadcast/approval/approver.ts';
import type { BlindFacts } from '../../../../../src/domain/broadcast/approval/blind-facts.ts';
import { hmacSha256 } from '../../../../../src/platform/mac.ts';

const YAMADA = { name: '山田', salt: 'a'.repeat(32), key: '1a'.repeat(32) };
const SUZUKI = { name: '鈴木', salt: 'b'.repeat(32), key: '2b'.repeat(32) };
const BOTH = [YAMADA, SUZUKI];
const TRUTH: BlindFacts = { account: '@bakery', people: 842, when: '2 10:00' };
const FINGERPRINT = 'f'.repeat(64);
const KEY = '7e'.repeat(16);

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const anyFacts: fc.Arbitrary<BlindFacts> = fc.record({
  account: fc.constantFrom('@bakery', '@hanabi', null),
  people: fc.constantFrom(842, 8_420, 0, null),
  when: fc.constantFrom('2 10:00', '3 10:00', '2 22:00', 'now', 'unclear'),
});
const codeOf = (fingerprint = FINGERPRINT, key = KEY) => requestCode(hmacSha256, key, fingerprint);
const judge = async (typed: Awaited<ReturnType<typeof codeOf>>, change: object = {}) => {
  const asked = { code: await codeOf(), operator: '佐藤', truth: TRUTH, ...change };
  return judgeAnsweringCode(hmacSha256, BOTH, asked, typed);
};

describe('the code of a request', () => {
  it('never is that of another broadcast, nor of another request for the same', async () => {
    await fc.assert(
      fc.asyncProperty(hex(64), hex(64), hex(32), hex(32), async (one, other, key, otherKey) => {
        fc.pre(one !== other && key !== otherKey);
        expect(await codeOf(one, key)).toBe(await codeOf(one, key));
        expect(await codeOf(one, key)).not.toBe(await codeOf(other, key));
        expect(await codeOf(one, key)).not.toBe(await codeOf(one, otherKey));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the code that answers', () => {
  it('is right from an approver who looked, and names them', async () => {
    for (const approver of BOTH) {
      const typed = await answeringCode(hmacSha256, approver, await codeOf(), TRUTH);
      expect(await judge(typed)).toEqual({ kind: 'right', person: approver.name, key: approver.key });
    }
  });

  it('is right for no other facts, and then says from whom it comes', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyFacts, async (answered, truth) => {
        const typed = await answeringCode(hmacSha256, SUZUKI, await codeOf(), answered);
        const isSame = JSON.stringify(answered) === JSON.stringify(truth);
        const kind = isSame ? 'right' : 'differs';
        expect(await judge(typed, { truth })).toEqual({ kind, person: '鈴木', key: SUZUKI.key });
      }),
    );
  });

  it('fits no other request, whoever makes it', async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(hex(64), fc.constantFrom(...BOTH, null), async (fingerprint, signer) => {
        const typed = await answeringCode(hmacSha256, signer, await codeOf(fingerprint), TRUTH);
        const { kind } = await judge(typed);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        expect(kind).not.toBe('right');
      }),
      { numRuns: 500 },
    );
    // One in a million looks as if it came from somebody; it is taken for an answer that differs.
    expect(kinds.get('wrong')).toBeGreaterThan(490);
  });

  it('is worth nothing with another passphrase', async () => {
    const stranger = { key: '3c'.repeat(32) };
    expect(await judge(await answeringCode(hmacSha256, stranger, await codeOf(), TRUTH))).toEqual({
      kind: 'wrong',
    });
  });

  it('is nobody’s approval of the own broadcast', async () => {
    const typed = await answeringCode(hmacSha256, YAMADA, await codeOf(), TRUTH);
    expect(await judge(typed, { operator: '山 田' })).toEqual({
      kind: 'own',
      person: '山田',
      key: YAMADA.key,
    });
  });

  it('is known as one of practice, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const typed = await answeringCode(hmacSha256, null, await codeOf(), facts);
        expect(await judge(typed)).toEqual({ kind: 'practice' });
      }),
    );
  });
});

describe('two names', () => {
  it.each([
    ['山田 太郎', '山田太郎', true],
    ['ＹＡＭＡＤＡ', 'yamada', true],
    ['Sato, K.', 'sato k', true],
    ['ﾔﾏﾀﾞ', 'ヤマダ', true],
    ['山田', '山口', false],
    ['สมชาย', 'สมหญิง', false],
  ])('%s and %s are one person: %s', (a, b, isSame) => {
    expect(isSamePerson(a, b)).toBe(isSame);
  });
});
