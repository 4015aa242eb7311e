import * as v from 'valibot';
import { GATE_RULES, type GateKey } from './gate-rules.ts';
import type { Rule } from './rule.ts';
import { fromTable } from './rule-table.ts';

export { MODES, type Mode } from './mode.ts';

/** What the gate goes by for one account. */
export type GatePolicy = {
  -readonly [K in GateKey]: (typeof GATE_RULES)[K]['standard'];
};

/** The same table, in the form in which one of its rules can be taken by a key that is not known yet. */
const RULES: { readonly [K in GateKey]: Rule<GatePolicy[K]> } = GATE_RULES;

/** The schema of each field of the gate's settings. */
export const gateFields = fromTable(GATE_RULES, (key) => RULES[key].schema) as {
  readonly [K in GateKey]: v.GenericSchema<unknown, GatePolicy[K]>;
};

export const gatePolicySchema: v.GenericSchema<unknown, GatePolicy> = v.object(gateFields);

export const DEFAULT_GATE_POLICY = fromTable(GATE_RULES, (key) => RULES[key].standard) as GatePolicy;

/** Settings of the gate from whatever was stored: damaged or unknown fields fall back to their defaults one by one. */
export function readGatePolicy(stored: unknown): GatePolicy {
  const found: Readonly<Record<string, unknown>> = { ...Object(stored) };
  const field = <K extends GateKey>(key: K): GatePolicy[K] => {
    const { read, overlay, standard } = RULES[key];
    const { value } = read(found[key], false);
    return value === undefined ? standard : overlay(standard, value);
  };
  return fromTable(GATE_RULES, field) as GatePolicy;
}
