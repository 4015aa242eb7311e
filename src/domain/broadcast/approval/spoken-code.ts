import * as v from 'valibot';

/** Digits and capitals without I, L, O and U, which are mistaken for others when they are read or heard (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
/** In GF(32) by x⁵ + x² + 1, of which 2 is a generator: its first 31 powers are all different. */
const FIELD = 0b100101;

/** Letters of both codes, with their check letter: 35 bits that name a request, 55 that answer it. */
export const REQUEST_LETTERS = 8;
export const ANSWER_LETTERS = 12;
/** So many letters are said in one breath. */
const GROUP = 4;

/** A code as it is kept and compared: its letters alone, the last of which checks the others. */
export const spokenCodeSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{8,12}$/),
  v.brand('SpokenCode'),
);
export type SpokenCode = v.InferOutput<typeof spokenCodeSchema>;

/** What a person typed: a code, or too few or too many letters, or one that somebody misread or misheard. */
export type ReadCode =
  | { readonly kind: 'code'; readonly code: SpokenCode }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'misread' };

/** The first bits of a digest as letters. @param digest 64 hex digits; @param count at most 12 */
export function lettersOf(digest: string, count: number): string {
  const bits = BigInt(`0x${digest.slice(0, 16)}`);
  const places = Array.from({ length: count }, (_, at) => BigInt(64 - BITS * (at + 1)));
  return places.map((place) => LETTERS[Number((bits >> place) & 31n)]).join('');
}

/** Letters with their check letter behind. One wrong letter, or two that changed places, never check out. */
export function checked(letters: string): SpokenCode {
  return v.parse(spokenCodeSchema, `${letters}${LETTERS[checkOf(letters)]}`);
}

/** Reads what was typed or pasted: width, case, blanks and hyphens make no difference, O is 0, I and L are 1. */
export function readCode(typed: string, count: number): ReadCode {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u30fc\u2212]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (letters.length !== count) return { kind: 'incomplete' };
  const read = v.safeParse(spokenCodeSchema, letters);
  if (!read.success || checked(letters.slice(0, -1)) !== letters) return { kind: 'misread' };
  return { kind: 'code', code: read.output };
}

/** `7K2M-Q9RT-V4XZ`, for reading aloud. */
export function spacedCode(code: SpokenCode): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** The sum of all letters, each times the power of two of its place, which no other letter of the code has. */
function checkOf(letters: string): number {
  return [...letters].reduce((sum, letter, at) => sum ^ times(LETTERS.indexOf(letter), at + 1), 0);
}

function times(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step += 1) {
    product <<= 1;
    if (product > 31) product ^= FIELD;
  }
  return product;
}
