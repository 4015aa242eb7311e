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
const TRUTH: BlindFacts = {
  account: '@bakery',
  people: 842,
  when: '2 10:00',
  custom: [['custom:stock', '3']],
};
const CONTENT = 'c'.repeat(64);
/** What somebody answers who was shown everything. */
const seen = (facts = TRUTH) => ({ facts, content: CONTENT });
const FINGERPRINT = 'f'.repeat(64);
const KEY = '7e'.repeat(16);

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const anyFacts: fc.Arbitrary<BlindFacts> = fc.record({
  account: fc.constantFrom('@bakery', '@hanabi', null),
  people: fc.constantFrom(842, 8_420, 0, null),
  when: fc.constantFrom('2 10:00', '3 10:00', '2 22:00', 'now', 'unclear'),
  custom: fc.constantFrom<BlindFacts['custom']>([], [['custom:stock', '3']], [['custom:stock', '4']]),
});
const codeOf = (fingerprint = FINGERPRINT, key = KEY) => requestCode(hmacSha256, key, fingerprint);
const judge = async (typed: Awaited<ReturnType<typeof codeOf>>, change: object = {}) => {
  const asked = { code: await codeOf(), operator: '佐藤', truth: TRUTH, content: CONTENT, ...change };
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
      const typed = await answeringCode(hmacSha256, approver, await codeOf(), seen());
      const { name: person, key } = approver;
      expect(await judge(typed)).toEqual({ kind: 'right', person, key, isSeen: true });
    }
  });

  it('is right for no other facts, and then says from whom it comes', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyFacts, async (answered, truth) => {
        const typed = await answeringCode(hmacSha256, SUZUKI, await codeOf(), seen(answered));
        const isSame = JSON.stringify(answered) === JSON.stringify(truth);
        const kind = isSame ? 'right' : 'differs';
        const by = { person: '鈴木', key: SUZUKI.key, isSeen: true };
        expect(await judge(typed, { truth })).toEqual({ kind, ...by });
      }),
    );
  });

  it('fits no other request, whoever makes it', async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(hex(64), fc.constantFrom(...BOTH, null), async (fingerprint, signer) => {
        const typed = await answeringCode(hmacSha256, signer, await codeOf(fingerprint), seen());
        const { kind } = await judge(typed);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        expect(kind).not.toBe('right');
      }),
      { numRuns: 500 },
    );
    // One in a million looks as if it came from somebody; it is taken for an answer that differs.
    expect(kinds.get('wrong')).toBeGreaterThan(490);
  });

  it('fits nothing where other messages were shown, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(hex(64), fc.constantFrom(...BOTH), async (content, approver) => {
        fc.pre(content !== CONTENT);
        const typed = await answeringCode(hmacSha256, approver, await codeOf(), { facts: TRUTH, content });
        expect((await judge(typed)).kind).not.toBe('right');
      }),
    );
  });

  it('says that nothing was shown, and does not suffice where there was more to answer', async () => {
    const unseen = async (facts: BlindFacts) =>
      answeringCode(hmacSha256, YAMADA, await codeOf(), { facts, content: null });
    const short = { ...TRUTH, custom: [] };
    const by = { person: '山田', key: YAMADA.key, isSeen: false };
    expect(await judge(await unseen(short))).toEqual({ kind: 'unseen', ...by });
    expect(await judge(await unseen(short), { truth: short })).toEqual({ kind: 'right', ...by });
    expect(await judge(await unseen({ ...short, people: 1 }))).toEqual({ kind: 'differs', ...by });
  });

  it('is worth nothing with another passphrase', async () => {
    const stranger = { key: '3c'.repeat(32) };
    expect(await judge(await answeringCode(hmacSha256, stranger, await codeOf(), seen()))).toEqual({
      kind: 'wrong',
    });
  });

  it('is nobody’s approval of the own broadcast', async () => {
    const typed = await answeringCode(hmacSha256, YAMADA, await codeOf(), seen());
    const by = { person: '山田', key: YAMADA.key, isSeen: true };
    expect(await judge(typed, { operator: '山 田' })).toEqual({ kind: 'own', ...by });
  });

  it('is known as one of practice, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const typed = await answeringCode(hmacSha256, null, await codeOf(), seen(facts));
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
