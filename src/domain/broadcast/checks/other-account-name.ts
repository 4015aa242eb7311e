import type { Check, CheckContext, KnownAccount } from '../finding.ts';
import type { Span } from '../text/span.ts';
import { findWord } from './find-word.ts';
import { foundAt, type Passage, passagesOf } from './passages.ts';

/** The name or id of another account of this computer: perhaps written for that one. */
export const otherAccountName: Check = {
  name: 'other-account-name',
  level: 'warn',
  find: (context) => {
    const passages = passagesOf(context.broadcast);
    return context.otherAccounts.flatMap((account) =>
      passages.flatMap((passage) =>
        namesIn(passage, account, context)
          .slice(0, 1)
          .map((span) => foundAt(passage, span, 'checkOtherAccountName')),
      ),
    );
  },
};

/** A name of one letter stands in any text. */
const LEAST_LETTERS = 2;

/** Not where it is a part of this account's own name: こむぎ in こむぎ渋谷店. */
function namesIn(
  passage: Passage,
  { id, name }: KnownAccount,
  { page, broadcast }: CheckContext,
): readonly Span[] {
  const own = [page.accountName, broadcast.account].flatMap((word) =>
    word === null ? [] : findWord(passage, word),
  );
  const words = [name.trim(), id].filter((word) => [...word].length >= LEAST_LETTERS);
  return words
    .flatMap((word) => findWord(passage, word))
    .filter((span) => !isWithinLongerWord(passage.small, span))
    .filter(({ start, end }) => !own.some((other) => other.start <= start && end <= other.end));
}

/** `cafe` is not in `cafeteria`; Japanese has no such boundary. */
function isWithinLongerWord(small: string, { start, end }: Span): boolean {
  const isLatin = (at: number) => /[a-z0-9]/.test(small.charAt(at));
  return (isLatin(start - 1) && isLatin(start)) || (isLatin(end - 1) && isLatin(end));
}
