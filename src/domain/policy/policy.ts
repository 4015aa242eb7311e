import * as v from 'valibot';
import type { AccountId } from '../unsend/identity.ts';
import { DEFAULT_GATE_POLICY, type GatePolicy, gatePolicySchema, readGatePolicy } from './gate-policy.ts';
import type { Rule } from './rule.ts';
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

/** The same table, in the form in which one of its rules can be taken by a key that is not known yet. */
const RULES: { readonly [K in SettingKey]: Rule<Settings[K]> } = SETTING_RULES;

/** The schema of each field alone, so that a damaged field falls back to its default and the others stay. */
export const policyFields = {
  ...(fromTable(SETTING_RULES, (key) => RULES[key].schema) as {
    readonly [K in SettingKey]: v.GenericSchema<unknown, Settings[K]>;
  }),
  gate: gatePolicySchema,
};

export const policySchema: v.GenericSchema<unknown, Policy> = v.object(policyFields);

export const DEFAULT_POLICY: Policy = {
  ...(fromTable(SETTING_RULES, (key) => RULES[key].standard) as Settings),
  gate: DEFAULT_GATE_POLICY,
};

/** Policy from whatever was stored: damaged or unknown fields fall back to their defaults one by one. Never throws. */
export function readPolicy(stored: unknown): Policy {
  const found: Readonly<Record<string, unknown>> = { ...Object(stored) };
  const setting = <K extends SettingKey>(key: K): Settings[K] =>
    RULES[key].read(found[key], false).value ?? RULES[key].standard;
  return { ...(fromTable(SETTING_RULES, setting) as Settings), gate: readGatePolicy(found['gate']) };
}

/** The choice for one account; `automatic` when nothing was chosen. */
export function windowChoice(policy: Policy, account: AccountId): WindowChoice {
  return policy.windows[account] ?? { mode: 'automatic' };
}
