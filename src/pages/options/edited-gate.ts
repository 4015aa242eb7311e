import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import type { EditedPolicy } from './use-policy.ts';

/** The gate's part of the settings in force and how to change it; see {@link EditedPolicy}. */
export interface EditedGate {
  readonly gate: GatePolicy;
  readonly save: (field: string, change: (gate: GatePolicy) => GatePolicy) => void;
  readonly outcomeOf: EditedPolicy['outcomeOf'];
}

/** The gate's part of all settings. */
export function editedGate({ policy, save, outcomeOf }: EditedPolicy): EditedGate {
  return {
    gate: policy.gate,
    save: (field, change) => save(field, (last) => ({ ...last, gate: change(last.gate) })),
    outcomeOf,
  };
}
