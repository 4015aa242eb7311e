/** Longest name that fits into a sentence, in letters. */
const LONGEST = 40;

/** Line breaks and other control characters, and marks that turn the direction of what follows or are not to be seen. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Foreign text for use inside a sentence of ours: on one line, not too long, and isolated so that it cannot turn or change
 * the words around it.
 */
export function plainName(text: string): string {
  const letters = [...text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim()];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
