import type { Check } from '../finding.ts';
import { visibleLetters } from './visible-letters.ts';

/** Two kana, "11" and "abc" were sent to everybody by mistake (line-broadcast-page.md §6.2); a greeting is longer. */
const FEWEST_LETTERS = 5;

/** A broadcast of nothing but a few letters. */
export const tooShort: Check = {
  name: 'too-short',
  level: 'warn',
  find: ({ broadcast: { bubbles } }) => {
    const letters = visibleLetters(bubbles.map(({ text }) => text).join('')).length;
    const isTextOnly = bubbles.length > 0 && bubbles.every(({ kind }) => kind === 'text');
    return isTextOnly && letters > 0 && letters < FEWEST_LETTERS
      ? [{ key: 'checkTooShort', values: [String(letters)] }]
      : [];
  },
};
