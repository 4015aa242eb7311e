import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportFault } from '../../../../src/domain/policy/signed-file/import-faults.ts';
import {
  judgeSignedFile,
  type Pinned,
  pinnedBy,
} from '../../../../src/domain/policy/signed-file/judge-signed-file.ts';
import { SignedFileTooLarge } from '../../../../src/domain/policy/signed-file/make-signed-file.ts';
import { openSignedFile } from '../../../../src/domain/policy/signed-file/open-signed-file.ts';
import { LARGEST_SIGNED_FILE } from '../../../../src/domain/policy/signed-file/signed-file.ts';
import { utf8 } from '../../../../src/domain/policy/signed-file/utf8.ts';
import { areSignedBy } from '../../../../src/platform/signing.ts';
import { TEN_O_CLOCK } from '../../../support/sent-messages.ts';
import { newSigner, type Signer } from '../../../support/signed-files.ts';

const DAY = 86_400_000;
const RULES = { version: 2, largeAudience: 100, lock: 'enforce', cautionWords: ['必ず'] };

let signer: Signer;
let other: Signer;
let pinned: Pinned;
let inForce: string;
beforeAll(async () => {
  [signer, other] = await Promise.all([newSigner(), newSigner()]);
  inForce = await signer.file(RULES, { counter: 5 });
  const opening = await openSignedFile(utf8(inForce), areSignedBy);
  if (!opening.ok) throw new TypeError(opening.why);
  pinned = pinnedBy(opening.opened);
});

/** What a computer that goes by `by` makes of a file at ten o'clock. */
async function judge(file: string | Uint8Array, by: Pinned | null = pinned) {
  const opening = await openSignedFile(typeof file === 'string' ? utf8(file) : file, areSignedBy);
  if (!opening.ok) return opening.why;
  const judged = judgeSignedFile(opening.opened, by, TEN_O_CLOCK);
  return judged.kind === 'refused' ? judged.why : judged.kind;
}
const payload = (change: object = {}) => ({
  company: 'komugi',
  companyName: 'パン屋こむぎ',
  counter: 9,
  issuedAt: TEN_O_CLOCK,
  notAfter: TEN_O_CLOCK + DAY,
  kind: 'policy',
  policy: RULES,
  ...change,
});
const around = (change: object) => signer.around(JSON.stringify(payload(change)));

describe('a signed file', () => {
  it('is the first, the next, or in force already', async () => {
    expect(await judge(inForce, null)).toBe('first');
    expect(await judge(await signer.file(RULES, { counter: 6 }))).toBe('next');
    expect(await judge(inForce)).toBe('in-force');
    expect(await judge(await signer.release({ counter: 6 }))).toBe('release');
  });

  it('keeps exactly what was signed', async () => {
    const opening = await openSignedFile(utf8(inForce), areSignedBy);
    expect(opening).toMatchObject({ ok: true, opened: { payload: { counter: 5, policy: RULES } } });
  });

  it.each<[ImportFault, string, () => Promise<string | Uint8Array>]>([
    [
      'too-large',
      'a byte more than the largest',
      async () => new Uint8Array(LARGEST_SIGNED_FILE + 1).fill(32),
    ],
    ['not-utf8', 'bytes that are no text', async () => Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['not-json', 'a half file', async () => inForce.slice(0, -20)],
    ['too-deep', 'brackets without end', async () => '['.repeat(300) + ']'.repeat(300)],
    ['duplicate-key', 'two keys of one name', async () => inForce.replace('{', '{"version": 1,')],
    ['forbidden-key', 'a key that changes objects', async () => inForce.replace('{', '{"__proto__": {},')],
    ['not-signed-policy', 'another kind of file', async () => '{"format":"matta-messages","version":1}'],
    ['not-signed-policy', 'a field too many', async () => inForce.replace('{', '{"note": 1,')],
    ['not-signed-policy', 'a payload that is no base64', () => signer.around('{}', { payload: 'AB==' })],
    ['newer-version', 'a later form', () => signer.around('{}', { version: 2 })],
    ['bad-signature', 'no signature', () => signer.around('{}', { signature: '0'.repeat(128) })],
    ['bad-signature', 'a key that is none', () => signer.around('{}', { publicKey: 'f'.repeat(64) })],
    ['bad-signature', 'another key over it', () => signer.around('{}', { publicKey: other.key.publicKey })],
    ['bad-content', 'something else inside', () => signer.around('[]')],
    ['bad-content', 'no JSON inside', () => signer.around('lock: off')],
    ['bad-content', 'a kind that nobody knows', () => around({ kind: 'loosen' })],
    ['bad-content', 'a counter of nothing', () => around({ counter: 0 })],
    ['bad-content', 'a counter that is no number', () => around({ counter: '9' })],
    ['bad-content', 'a company without a name', () => around({ companyName: ' ' })],
    ['bad-content', 'a field too many inside', () => around({ and: 1 })],
    ['bad-content', 'a release that has rules', () => around({ kind: 'release' })],
    [
      'duplicate-key',
      'two keys of one name inside',
      () => signer.around('{"kind":"policy","kind":"release"}'),
    ],
    ['forbidden-key', 'a dangerous key inside', () => around({ policy: JSON.parse('{"__proto__":1}') })],
    ['too-deep', 'brackets without end inside', () => signer.around('['.repeat(300) + ']'.repeat(300))],
    ['other-key', 'another key', () => other.file(RULES, { counter: 6 })],
    ['other-key', 'another key, released', () => other.release({ counter: 6 })],
    ['other-company', 'another company', () => signer.file(RULES, { counter: 6, company: 'matsuya' })],
    ['counter-behind', 'an old counter', () => signer.file(RULES, { counter: 4 })],
    ['counter-behind', 'an old release', () => signer.release({ counter: 4 })],
    [
      'counter-used',
      'the same counter',
      () => signer.file({ ...RULES, largeAudience: 9_999 }, { counter: 5 }),
    ],
    [
      'expired',
      'a last day that is over',
      () => signer.file(RULES, { counter: 6, notAfter: TEN_O_CLOCK - 1 }),
    ],
    [
      'from-future',
      'a day too early',
      () => signer.file(RULES, { counter: 6, issuedAt: TEN_O_CLOCK + DAY + 1 }),
    ],
  ])('is refused: %s, for %s', async (why, _what, file) => {
    expect(await judge(await file())).toBe(why);
  });

  it('cannot give free what was never bound', async () => {
    expect(await judge(await signer.release(), null)).toBe('nothing-to-release');
  });

  it('signed for anything else does not fit', async () => {
    // As an entry of the journal is signed: the bytes alone.
    const isSignedWithoutPurpose = async (key: string, bytes: Uint8Array<ArrayBuffer>, signature: string) =>
      areSignedBy(key, bytes.slice(bytes.indexOf(10) + 1), signature);
    expect(await openSignedFile(utf8(inForce), isSignedWithoutPurpose)).toEqual({
      ok: false,
      why: 'bad-signature',
    });
  });

  it('with more rules than anybody reads is not made', async () => {
    const words = Array.from({ length: 6_000 }, (_, n) => `${n}`.padStart(50, 'x'));
    await expect(signer.file({ cautionWords: words })).rejects.toThrow(SignedFileTooLarge);
  });
});

describe('ten thousand files', () => {
  it('of random bytes are refused, and none throws', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map(utf8),
      fc.string().map((text) => utf8(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        expect([
          'not-utf8',
          'not-json',
          'not-signed-policy',
          'too-deep',
          'duplicate-key',
          'forbidden-key',
        ]).toContain(await judge(some, null));
      }),
      { numRuns: 4_000 },
    );
  });

  it('that were a good one before somebody changed a byte are never taken', async () => {
    const good = utf8(await signer.file(RULES, { counter: 6 }));
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(damage, async (places) => {
        const damaged = Uint8Array.from(good);
        for (const [place, byte] of places) damaged[place] = byte;
        const isChanged = damaged.some((byte, at) => byte !== good[at]);
        const judged = await judge(damaged);
        // Blanks between the fields are nobody's words.
        if (isChanged && meaning(damaged) !== meaning(good)) expect(judged).not.toBe('next');
        expect(judged).toBeTypeOf('string');
      }),
      { numRuns: 6_000 },
    );
  });
});

function meaning(bytes: Uint8Array): string {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return '';
  }
}
