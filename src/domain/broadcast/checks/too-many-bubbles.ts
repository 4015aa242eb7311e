import type { Check } from '../finding.ts';

/** LINE's limit for one broadcast (line-broadcast-page.md §5). */
export const MOST_BUBBLES_SENT = 3;

/** More bubbles than LINE sends at a time. */
export const tooManyBubbles: Check = {
  name: 'too-many-bubbles',
  level: 'block',
  find: ({ broadcast: { bubbles } }) =>
    bubbles.length > MOST_BUBBLES_SENT
      ? [{ key: 'checkTooManyBubbles', values: [String(bubbles.length), String(MOST_BUBBLES_SENT)] }]
      : [],
};
