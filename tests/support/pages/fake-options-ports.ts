import { vi } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import type { KnownAccount, OptionsPorts } from '../../../src/pages/options/options-ports.ts';
import { SAKURA } from './fake-popup-ports.ts';

export const SAKURA_SALON: KnownAccount = { account: SAKURA, name: 'さくら美容室', messages: 12 };

/** Settings in memory that tell of changes like the real ones. */
export class FakePolicyStore {
  stored: Policy;
  failing = false;
  readonly #listeners = new Set<(policy: Policy) => void>();

  constructor(stored: Partial<Policy> = {}) {
    this.stored = { ...DEFAULT_POLICY, ...stored };
  }

  async read(): Promise<Policy> {
    return this.stored;
  }

  async write(policy: Policy): Promise<void> {
    if (this.failing) throw new Error('storage is out of order');
    this.stored = policy;
    for (const listener of this.#listeners) listener(policy);
  }

  watch(listener: (policy: Policy) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }
}

/** An options page with one known account; tests change what they are about. */
export function fakeOptionsPorts(changed: Partial<OptionsPorts> = {}) {
  return {
    clock: { now: () => Date.now() },
    policy: new FakePolicyStore(),
    accounts: vi.fn(async (): Promise<readonly KnownAccount[]> => [SAKURA_SALON]),
    forgetAccount: vi.fn(async () => 12),
    exportPage: vi.fn<OptionsPorts['exportPage']>(async () => []),
    saveFile: vi.fn<OptionsPorts['saveFile']>(),
    browserLanguage: 'ja',
    firstVisit: false,
    ...changed,
  } satisfies OptionsPorts;
}
