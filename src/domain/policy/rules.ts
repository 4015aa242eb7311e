import type { BasicId } from '../broadcast/basic-id.ts';
import type { GatePolicy } from './gate-policy.ts';
import { GATE_RULES, type GateKey } from './gate-rules.ts';
import type { Settings } from './policy.ts';
import type { Rule } from './rule.ts';
import { keysOf } from './rule-table.ts';
import { SETTING_RULES, type SettingKey } from './setting-rules.ts';

export type RuleKey = GateKey | SettingKey;

/** A value for every rule. */
export type RuleValues = Pick<GatePolicy & Settings, RuleKey>;

/** Everything that a supervisor decides, one rule each: its schema, its standard, its help and its order of strictness. */
export const RULES: { readonly [K in RuleKey]: Rule<RuleValues[K]> } = { ...GATE_RULES, ...SETTING_RULES };

export const RULE_KEYS: readonly RuleKey[] = keysOf(RULES);

/** Rules of the gate that are those of the whole browser: the lock knows no accounts, and its helpers follow it. */
const BROWSER_KEYS = ['network', 'lock', 'button'] as const;

/** A rule that may differ between accounts. */
export type AccountRuleKey = Exclude<GateKey, (typeof BROWSER_KEYS)[number]>;

export const ACCOUNT_RULE_KEYS: readonly AccountRuleKey[] = keysOf(GATE_RULES).filter(isAccountRule);

/** Values for some rules. */
export type RuleSet = { readonly [K in RuleKey]?: RuleValues[K] };
/** Values for some of the rules that may differ between accounts. */
export type AccountRuleSet = Pick<RuleSet, AccountRuleKey>;

/** Rules for all accounts, and over them those for single ones. */
export interface RuleBook {
  readonly rules: RuleSet;
  readonly accounts: Readonly<Record<BasicId, AccountRuleSet>>;
}

export function isRuleKey(key: string): key is RuleKey {
  return Object.hasOwn(RULES, key);
}

export function isAccountRule(key: string): key is AccountRuleKey {
  return Object.hasOwn(GATE_RULES, key) && !BROWSER_KEYS.some((browser) => browser === key);
}

/** What a book says of one rule, for one account or (null) for all; undefined: nothing. */
export function valueIn<K extends RuleKey>(
  { rules, accounts }: RuleBook,
  key: K,
  account: BasicId | null,
): RuleValues[K] | undefined {
  const forAll = rules[key];
  const own: RuleSet | undefined = account === null ? undefined : accounts[account];
  const forAccount = own?.[key];
  if (forAll === undefined || forAccount === undefined) return forAccount ?? forAll;
  return RULES[key].overlay(forAll, forAccount);
}

/** The accounts of which a book says something of their own. */
export function accountNames({ accounts }: RuleBook): readonly BasicId[] {
  // Whoever made the book has read the names: they are the record's type.
  return Object.keys(accounts) as BasicId[];
}
