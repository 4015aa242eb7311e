import type { Rule } from './rule.ts';
import { RULES, type RuleKey, type RuleValues } from './rules.ts';

/** Rules about which nobody needs to ask a supervisor: they change what is read, not what is done. */
const FREE: readonly RuleKey[] = ['language'];

/** True when a change needs the supervisor's passphrase: whatever is not at least as strict as before, or cannot be compared. */
export function loosens<K extends RuleKey>(key: K, before: RuleValues[K], after: RuleValues[K]): boolean {
  if (FREE.includes(key)) return false;
  const { order }: Rule<RuleValues[K]> = RULES[key];
  return order === 'none' || !order.isAtLeast(after, before);
}
