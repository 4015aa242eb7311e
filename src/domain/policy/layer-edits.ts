import type { BasicId } from '../broadcast/basic-id.ts';
import type { LayerValues } from './read-layer.ts';
import { isAccountRule, RULES, type RuleKey, type RuleSet, type RuleValues } from './rules.ts';

/** A layer with another value for one rule, for all accounts or for one; undefined: it says nothing of the rule any more. */
export function withRule<K extends RuleKey>(
  layer: LayerValues,
  account: BasicId | null,
  key: K,
  value: RuleValues[K] | undefined,
): LayerValues {
  if (account === null) return { ...layer, rules: replaced(layer.rules, key, value) };
  if (!isAccountRule(key)) return layer;
  const own = replaced(layer.accounts[account] ?? {}, key, value);
  const others = Object.entries(layer.accounts).filter(([name]) => name !== account);
  const entries = Object.keys(own).length === 0 ? others : [...others, [account, own]];
  return { ...layer, accounts: Object.fromEntries(entries) };
}

/** What a layer itself says: undefined where it says nothing, also where it says something for all accounts and one is meant. */
export function saidRule<K extends RuleKey>(
  { rules, accounts }: Pick<LayerValues, 'rules' | 'accounts'>,
  account: BasicId | null,
  key: K,
): RuleValues[K] | undefined {
  const own: RuleSet | undefined = account === null ? rules : accounts[account];
  return own?.[key];
}

/** The value that stands where a layer says nothing: what it says for all accounts, else the standard. */
export function valueBelow<K extends RuleKey>(
  { rules }: Pick<LayerValues, 'rules'>,
  account: BasicId | null,
  key: K,
): RuleValues[K] {
  const { standard, overlay } = RULES[key];
  const forAll = account === null ? undefined : rules[key];
  return forAll === undefined ? standard : overlay(standard, forAll);
}

/** Keys stay in their order, so that a file that was read and written again can be compared line by line. */
function replaced<K extends RuleKey>(rules: RuleSet, key: K, value: RuleValues[K] | undefined): RuleSet {
  if (value !== undefined) return { ...rules, [key]: value };
  return Object.fromEntries(Object.entries(rules).filter(([name]) => name !== key));
}
