import type { Check } from '../finding.ts';
import { findWord } from './find-word.ts';
import { foundAt, passagesOf } from './passages.ts';

/** A word that the policy wants looked at before it goes out. */
export const cautionWords: Check = {
  name: 'caution-words',
  level: 'warn',
  find: ({ broadcast, policy }) => {
    const passages = passagesOf(broadcast);
    return policy.cautionWords.flatMap((word) =>
      passages.flatMap((passage) =>
        findWord(passage, word)
          .slice(0, 1)
          .map((span) => foundAt(passage, span, 'checkCautionWord')),
      ),
    );
  },
};
