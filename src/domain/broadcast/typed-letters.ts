import { REASON_LETTERS } from '../policy/reason-letters.ts';

/**
 * Letters of a typed text that say something: blanks and marks do not count, and a letter that is repeated three times or
 * more counts once. Digits are letters, a telephone number is a contact; Thai vowels are as well.
 */
export function countLetters(text: string): number {
  const letters = text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
  return [...letters.replaceAll(/(.)\1{2,}/gu, '$1')].length;
}

/** True for a text that can stand as a reason for a warning or for the way out. */
export function isReason(text: string): boolean {
  return countLetters(text) >= REASON_LETTERS;
}

/** Fewest letters of a name and of a contact: a family name may be as short as that. */
export const NAME_LETTERS = 2;

/** True for a text that can stand as somebody's name. */
export function isName(text: string): boolean {
  return countLetters(text) >= NAME_LETTERS;
}
