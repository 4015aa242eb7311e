import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { effectivePolicy, gatePolicyFor, policyFor } from '../../domain/policy/effective-policy.ts';
import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import type { RuleBook } from '../../domain/policy/rules.ts';

/**
 * What the gate would go by where the draft is fixed and nobody has set anything of their own.
 * @param account null: an account of which the draft says nothing of its own
 */
export function draftGate(draft: RuleBook, account: BasicId | null): GatePolicy {
  const policy = effectivePolicy({ signed: draft });
  return account === null ? policyFor(policy).gate : gatePolicyFor(policy, account);
}
