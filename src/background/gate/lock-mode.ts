import type { Mode } from '../../domain/policy/gate-policy.ts';
import type { NetRequestRules } from '../ports.ts';

/** The ruleset of the manifest that stops every broadcast. */
const RULESETS = ['lock'];

/** Makes the browser's lock follow the policy: only `enforce` stops anything. */
export function followLockMode(
  rules: Pick<NetRequestRules, 'updateEnabledRulesets'>,
  mode: Mode,
): Promise<void> {
  const which = [...RULESETS];
  return rules.updateEnabledRulesets(
    mode === 'enforce' ? { enableRulesetIds: which } : { disableRulesetIds: which },
  );
}
