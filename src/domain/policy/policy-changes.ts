import type { BasicId } from '../broadcast/basic-id.ts';
import type { Rule } from './rule.ts';
import {
  accountNames,
  isAccountRule,
  RULE_KEYS,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleValues,
  valueIn,
} from './rules.ts';
import { isSameValue } from './same-value.ts';

export type Direction = 'stricter' | 'laxer' | 'other';

/** One rule that a new book decides differently. */
export interface PolicyChange {
  readonly key: RuleKey;
  /** Null: for all accounts. */
  readonly account: BasicId | null;
  /** Undefined: nothing was said. */
  readonly before: RuleValues[RuleKey] | undefined;
  readonly after: RuleValues[RuleKey] | undefined;
  /** `other`: neither is stricter, or each in another respect. */
  readonly direction: Direction;
}

/**
 * What is different between two books of rules, those for all accounts first. An account is named where its own rules changed, with
 * the values that hold for it.
 * @param silence what a book means that says nothing of a rule: that the standard holds, or, of a floor, that it demands nothing
 */
export function policyChanges(
  before: RuleBook,
  after: RuleBook,
  silence: 'standard' | 'no-demand' = 'standard',
): readonly PolicyChange[] {
  const books = { before, after, silence };
  const accounts = new Set([...accountNames(before), ...accountNames(after)]);
  return [
    ...RULE_KEYS.flatMap((key) => changeOf(books, key, null)),
    ...[...accounts].toSorted().flatMap((account) =>
      RULE_KEYS.filter(isAccountRule)
        .filter((key) => !isSameValue(before.accounts[account]?.[key], after.accounts[account]?.[key]))
        .flatMap((key) => changeOf(books, key, account)),
    ),
  ];
}

interface Books {
  readonly before: RuleBook;
  readonly after: RuleBook;
  readonly silence: 'standard' | 'no-demand';
}

function changeOf<K extends RuleKey>(books: Books, key: K, account: BasicId | null): readonly PolicyChange[] {
  const rule: Rule<RuleValues[K]> = RULES[key];
  const meaning = (book: RuleBook) => {
    const said = valueIn(book, key, account);
    if (books.silence === 'no-demand') return said;
    return said === undefined ? rule.standard : rule.overlay(rule.standard, said);
  };
  const before = meaning(books.before);
  const after = meaning(books.after);
  if (isSameValue(before, after)) return [];
  return [{ key, account, before, after, direction: directionOf(rule, before, after) }];
}

function directionOf<V>({ order }: Rule<V>, before: V | undefined, after: V | undefined): Direction {
  if (order === 'none') return 'other';
  if (before === undefined || after === undefined) return before === undefined ? 'stricter' : 'laxer';
  const isStricter = order.isAtLeast(after, before);
  if (isStricter === order.isAtLeast(before, after)) return 'other';
  return isStricter ? 'stricter' : 'laxer';
}
