import { MINUTE, SECOND } from '../clock.ts';

/** So many wrong tries cost no time: somebody who mistypes shall not be punished. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30 * SECOND;
/** Longer would lock out a supervisor rather than slow down somebody who guesses: a hundred tries take a day already. */
const LONGEST_WAIT_MS = 15 * MINUTE;

/** How long after the last of so many wrong tries the next one has to wait, in milliseconds. */
export function passphraseWait(wrong: number): number {
  if (wrong < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}
