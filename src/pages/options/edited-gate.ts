import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import type { GateKey } from '../../domain/policy/gate-rules.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { FieldOrigin } from '../../ui/field-origin.tsx';
import { originOf } from './origin.ts';
import type { EditedPolicy } from './use-policy.ts';

/** The gate's part of the settings in force and how to change it; see {@link EditedPolicy}. */
export interface EditedGate {
  readonly gate: GatePolicy;
  readonly save: (field: string, change: (gate: GatePolicy) => GatePolicy) => void;
  readonly outcomeOf: EditedPolicy['outcomeOf'];
  readonly originOf: (key: GateKey) => FieldOrigin;
}

/** The gate's part of all settings. */
export function editedGate({ policy, rules, save, outcomeOf }: EditedPolicy, t: Translate): EditedGate {
  return {
    gate: policy.gate,
    save: (field, change) => save(field, (last) => ({ ...last, gate: change(last.gate) })),
    outcomeOf,
    originOf: (key) => originOf(rules[key], t),
  };
}
