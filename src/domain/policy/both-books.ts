import type { BasicId } from '../broadcast/basic-id.ts';
import type { Rule } from './rule.ts';
import {
  accountNames,
  isRuleKey,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleSet,
  type RuleValues,
  valueIn,
} from './rules.ts';

/**
 * A book that is nowhere laxer than either of two. Of a rule without an order the second book's value counts, where it has one.
 */
export function bothBooks(one: RuleBook, other: RuleBook): RuleBook {
  const accounts = new Set([...accountNames(one), ...accountNames(other)]);
  return {
    rules: joinedRules(one, other, null, [one.rules, other.rules]),
    accounts: Object.fromEntries(
      [...accounts].map((account) => {
        const own = [one.accounts[account] ?? {}, other.accounts[account] ?? {}];
        return [account, joinedRules(one, other, account, own)];
      }),
    ),
  };
}

/** What both say of the rules that are named: of an account also by their rules for all, which the other's may not undo. */
function joinedRules(
  one: RuleBook,
  other: RuleBook,
  account: BasicId | null,
  naming: readonly RuleSet[],
): RuleSet {
  const keys = new Set(naming.flatMap((rules) => Object.keys(rules)).filter(isRuleKey));
  return Object.fromEntries(
    [...keys].map((key) => [key, joined(key, valueIn(one, key, account), valueIn(other, key, account))]),
  );
}

function joined<K extends RuleKey>(
  key: K,
  a: RuleValues[K] | undefined,
  b: RuleValues[K] | undefined,
): RuleValues[K] | undefined {
  if (a === undefined || b === undefined) return a === undefined ? b : a;
  const { order, overlay }: Rule<RuleValues[K]> = RULES[key];
  return order === 'none' ? overlay(a, b) : order.join(a, b);
}
