import type { BasicId } from '../broadcast/basic-id.ts';
import type { GatePolicy } from './gate-policy.ts';
import { GATE_RULES } from './gate-rules.ts';
import type { Layers } from './layer.ts';
import type { Policy } from './policy.ts';
import type { Rule } from './rule.ts';
import { fromTable } from './rule-table.ts';
import { accountNames, isAccountRule, RULES, type RuleKey, type RuleValues } from './rules.ts';
import { isSameValue } from './same-value.ts';
import { SETTING_RULES } from './setting-rules.ts';
import { type Settled, settle } from './settle.ts';

/** What holds for every rule, and why. */
export type SettledRules = { readonly [K in RuleKey]: Settled<RuleValues[K]> };

/** What holds for all accounts, and for those of which some layer says something of their own. */
export interface EffectivePolicy {
  readonly rules: SettledRules;
  readonly accounts: Readonly<Record<BasicId, SettledRules>>;
}

/** What all layers together come to. */
export function effectivePolicy(layers: Layers): EffectivePolicy {
  const named = Object.values(layers).flatMap(accountNames);
  return {
    rules: settleAll(layers, null),
    accounts: Object.fromEntries([...new Set(named)].map((account) => [account, settleAll(layers, account)])),
  };
}

/**
 * What holds for one account. Null: nobody knows which account it is; then it may be any, and the strictest of what holds for
 * all and for each of them counts.
 */
export function rulesFor({ rules, accounts }: EffectivePolicy, account: BasicId | null): SettledRules {
  if (account !== null) return accounts[account] ?? rules;
  const everyone = [rules, ...Object.values(accounts)];
  return fromTable(RULES, (key) =>
    isAccountRule(key) ? strictest(everyone, key) : rules[key],
  ) as SettledRules;
}

/** The gate's rules for one account, or for one that nobody knows. */
export function gatePolicyFor(policy: EffectivePolicy, account: BasicId | null): GatePolicy {
  const rules = rulesFor(policy, account);
  return fromTable(GATE_RULES, (key) => rules[key].value) as GatePolicy;
}

/** All settings in force, with the gate's rules for all accounts. */
export function policyFor({ rules }: EffectivePolicy): Policy {
  return {
    ...(fromTable(SETTING_RULES, (key) => rules[key].value) as Omit<Policy, 'gate'>),
    gate: fromTable(GATE_RULES, (key) => rules[key].value) as GatePolicy,
  };
}

function settleAll(layers: Layers, account: BasicId | null): SettledRules {
  return fromTable(RULES, (key) => settle(layers, key, account)) as SettledRules;
}

function strictest<K extends RuleKey>(everyone: readonly SettledRules[], key: K): Settled<RuleValues[K]> {
  const { order, either }: Rule<RuleValues[K]> = RULES[key];
  const settled: readonly Settled<RuleValues[K]>[] = everyone.map((rules) => rules[key]);
  return settled.reduce((a, b) => {
    const join = order === 'none' ? either : order.join;
    if (join === undefined || (order !== 'none' && order.isAtLeast(a.value, b.value))) return a;
    const value = join(a.value, b.value);
    if (isSameValue(value, a.value)) return a;
    return isSameValue(value, b.value) ? b : { ...b, value };
  });
}
