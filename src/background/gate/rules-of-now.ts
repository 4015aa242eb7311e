import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import { STRICTEST_GATE_POLICY } from '../../domain/policy/strictest-policy.ts';
import type { Patience } from '../../storage/managed-policy.ts';
import type { GatePorts } from './gate-ports.ts';

/**
 * What the gate goes by for an account at this moment. Where that cannot be read the strictest counts: a broken store shall neither
 * loosen a supervisor's rule nor keep the checklist from opening.
 * @param patience `until-known` for what lets a broadcast go
 */
export async function rulesOfNow(
  { readGate, report }: Pick<GatePorts, 'readGate' | 'report'>,
  account: BasicId | null,
  patience?: Patience,
): Promise<GatePolicy> {
  try {
    return await readGate(account, patience);
  } catch (error) {
    report('read the rules', error);
    return STRICTEST_GATE_POLICY;
  }
}
