import { vi } from 'vitest';
import { chosenRules, ruleValues } from '../../../src/domain/policy/chosen-rules.ts';
import { effectivePolicy, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import type { Layers } from '../../../src/domain/policy/layer.ts';
import type { LayerProblem } from '../../../src/domain/policy/layer-problem.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import type { PolicyInForce } from '../../../src/domain/policy/policy-in-force.ts';
import type { KnownAccount, OptionsPorts } from '../../../src/pages/options/options-ports.ts';
import { SAKURA } from './fake-popup-ports.ts';
import { fakeSignedRulesPorts } from './fake-signed-rules-ports.ts';

export const SAKURA_SALON: KnownAccount = { account: SAKURA, name: 'さくら美容室', messages: 12 };

/** Settings in memory that tell of changes like the real ones. */
export class FakePolicyStore {
  /** What the operator wants; what is the standard counts as not chosen. */
  stored: Policy;
  failing = false;
  /** What supervisors have decided. */
  others: Omit<Layers, 'own'> = {};
  problems: readonly LayerProblem[] = [];
  readonly #listeners = new Set<(policy: PolicyInForce) => void>();

  constructor(stored: Partial<Policy> = {}) {
    this.stored = { ...DEFAULT_POLICY, ...stored };
  }

  /** What holds. */
  get inForce(): PolicyInForce {
    const own = { rules: chosenRules({}, ruleValues(DEFAULT_POLICY), ruleValues(this.stored)), accounts: {} };
    return { ...effectivePolicy({ ...this.others, own }), problems: this.problems };
  }

  async read(): Promise<PolicyInForce> {
    return this.inForce;
  }

  async change(edit: (policy: Policy) => Policy): Promise<void> {
    const next = edit(policyFor(this.inForce));
    if (this.failing) throw new Error('storage is out of order');
    this.stored = next;
    for (const listener of this.#listeners) listener(this.inForce);
  }

  watch(listener: (policy: PolicyInForce) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }
}

/** An options page with one known account; tests change what they are about. */
export function fakeOptionsPorts(changed: Partial<OptionsPorts> = {}) {
  return {
    clock: { now: () => Date.now() },
    policy: new FakePolicyStore(),
    supervisor: fakeSignedRulesPorts(),
    accounts: vi.fn(async (): Promise<readonly KnownAccount[]> => [SAKURA_SALON]),
    forgetAccount: vi.fn(async () => 12),
    exportPage: vi.fn<OptionsPorts['exportPage']>(async () => []),
    saveFile: vi.fn<OptionsPorts['saveFile']>(),
    browserLanguage: 'ja',
    firstVisit: false,
    ...changed,
  } satisfies OptionsPorts;
}
