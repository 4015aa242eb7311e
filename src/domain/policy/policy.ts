import type { AccountId } from '../unsend/identity.ts';
import { DEFAULT_GATE_POLICY, type GatePolicy } from './gate-policy.ts';
import { fromTable } from './rule-table.ts';
import { SETTING_RULES, type SettingKey } from './setting-rules.ts';
import type { WindowChoice } from './window-choice.ts';

export { LANGUAGES, type Language } from './languages.ts';
export {
  CONFIRMATION_LASTS_MS,
  needsNewCheck,
  REGIONS,
  type Region,
  type WindowChoice,
  windowChoiceSchema,
} from './window-choice.ts';

/** Everything besides the gate. */
export type Settings = {
  -readonly [K in SettingKey]: (typeof SETTING_RULES)[K]['standard'];
};

/** Everything that can be set, as it is in force. */
export type Policy = Settings & {
  /** The gate before broadcasts. */
  gate: GatePolicy;
};

/** All settings as they are where nobody has decided otherwise. */
export const DEFAULT_POLICY: Policy = {
  ...(fromTable(SETTING_RULES, (key) => SETTING_RULES[key].standard) as Settings),
  gate: DEFAULT_GATE_POLICY,
};

/** The choice for one account; `automatic` when nothing was chosen. */
export function windowChoice(policy: Policy, account: AccountId): WindowChoice {
  return policy.windows[account] ?? { mode: 'automatic' };
}
