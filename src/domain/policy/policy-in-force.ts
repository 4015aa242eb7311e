import type { EffectivePolicy } from './effective-policy.ts';
import type { LayerProblem } from './layer-problem.ts';

/** What holds on this computer, and what is wrong with the policy that its supervisors brought to it. */
export interface PolicyInForce extends EffectivePolicy {
  readonly problems: readonly LayerProblem[];
}
