import type { StoreState } from '../domain/store-state.ts';
import type { Alarms } from './ports.ts';

export const RETRY_ALARM = 'retry-unsaved';

/** Sets the alarm for another attempt when the store did not take something. */
export function scheduleRetry(state: StoreState, alarms: Alarms): void {
  if (state === 'full' || state === 'refused') alarms.create(RETRY_ALARM, { delayInMinutes: 1 });
}

export interface RetryPorts {
  readonly alarms: Alarms;
  readonly retryUnsaved: () => Promise<void>;
  readonly state: () => Promise<StoreState>;
}

/** Tries again, and once more in a minute if that did not help. */
export async function retryUnsaved(ports: RetryPorts): Promise<void> {
  await ports.retryUnsaved();
  scheduleRetry(await ports.state(), ports.alarms);
}
