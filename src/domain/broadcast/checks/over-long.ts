import type { Check } from '../finding.ts';

/** LINE's limit for one text bubble (line-broadcast-page.md §5). */
export const MOST_LETTERS = 500;

/** More text than LINE takes: the end would be missing, or the sending fails. */
export const overLong: Check = {
  name: 'over-long',
  level: 'block',
  find: ({ broadcast }) =>
    broadcast.bubbles.flatMap(({ kind, text }, bubble) => {
      const letters = [...text].length;
      if (kind !== 'text' || letters <= MOST_LETTERS) return [];
      const start = [...text].slice(0, MOST_LETTERS).join('').length;
      return [
        {
          key: 'checkOverLong',
          values: [String(bubble + 1), String(letters), String(MOST_LETTERS)],
          stretch: { bubble, start, end: text.length },
        },
      ];
    }),
};
