import type { GatePolicy } from '../../../src/domain/policy/gate-policy.ts';
import type { Matta } from './launch-matta.ts';

/** Changes settings of the gate, past the options page; fields that are left out keep their defaults. */
export async function useGatePolicy(matta: Matta, gate: Partial<GatePolicy>): Promise<void> {
  const worker = await matta.worker();
  await worker.evaluate(async (changed) => {
    const { policy = {} } = await chrome.storage.local.get('policy');
    await chrome.storage.local.set({ policy: { ...Object(policy), gate: changed } });
  }, gate);
}
