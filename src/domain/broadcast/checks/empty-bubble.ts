import type { Check } from '../finding.ts';
import { visibleLetters } from './visible-letters.ts';

/** A text bubble in which nothing can be seen. */
export const emptyBubble: Check = {
  name: 'empty-bubble',
  level: 'block',
  find: ({ broadcast }) =>
    broadcast.bubbles.flatMap(({ kind, text }, bubble) =>
      kind === 'text' && visibleLetters(text).length === 0
        ? [
            {
              key: 'checkEmptyBubble',
              values: [String(bubble + 1)],
              stretch: { bubble, start: 0, end: text.length },
            },
          ]
        : [],
    ),
};
