import type { BasicId } from './basic-id.ts';
import type { AttemptId } from './broadcast.ts';
import type { KnownAccount } from './finding.ts';

/** Others among which the right account stands: few enough to be read, one by one. */
const MOST_OTHERS = 3;

/**
 * The accounts among which a person picks the one that the broadcast is from: the right one and up to three others, those
 * whose names are most like its own. "None of these" is not among them.
 * @param account null when it is not known: then only others can be offered
 * @param seed the order follows from it, so that it stays while an attempt lasts and the right one has no fixed place
 */
export function accountChoices(
  account: { readonly id: BasicId; readonly name: string } | null,
  others: readonly KnownAccount[],
  seed: AttemptId,
): readonly KnownAccount[] {
  const strangers = others.filter(({ id }) => id !== account?.id);
  if (account === null) return shuffled(strangers.slice(0, MOST_OTHERS), seed);
  const alike = strangers.toSorted(
    (a, b) => commonPairs(b.name, account.name) - commonPairs(a.name, account.name),
  );
  return shuffled([account, ...alike.slice(0, MOST_OTHERS)], seed);
}

/** Pairs of neighbouring letters that two names have in common. */
function commonPairs(a: string, b: string): number {
  const pairs = pairsOf(b);
  return [...pairsOf(a)].filter((pair) => pairs.has(pair)).length;
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = [...name.normalize('NFKC').toLowerCase()];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Fisher and Yates' shuffle, each step with its own digits of the seed, which are random. */
function shuffled<T>(list: readonly T[], seed: AttemptId): readonly T[] {
  const left = [...list];
  const order: T[] = [];
  for (let step = 0; left.length > 0; step++) {
    const digits = Number.parseInt(seed.slice(step * 6, step * 6 + 6), 16);
    order.push(...left.splice(digits % left.length, 1));
  }
  return order;
}
