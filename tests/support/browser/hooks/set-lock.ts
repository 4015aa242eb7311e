import { useGatePolicy } from '../gate-policy.ts';
import type { Matta } from '../launch-matta.ts';

/** Without the browser's lock the network gate stands alone. Resolves when the browser has followed the setting. */
export async function setLock(matta: Matta, lock: 'off' | 'enforce'): Promise<void> {
  await useGatePolicy(matta, { lock });
  const worker = await matta.worker();
  await worker.evaluate(async (isOn) => {
    while ((await chrome.declarativeNetRequest.getEnabledRulesets()).includes('lock') !== isOn)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }, lock === 'enforce');
}
