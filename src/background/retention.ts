import { type Clock, DAY, MINUTE } from '../domain/clock.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Alarms } from './ports.ts';

export const RETENTION_ALARM = 'retention';

const DAILY = { delayInMinutes: 5, periodInMinutes: DAY / MINUTE };

export interface RetentionPorts {
  readonly clock: Clock;
  readonly readPolicy: () => Promise<Policy>;
  /** Removes stored messages sent before an instant. */
  readonly prune: (before: number) => Promise<unknown>;
  /** True while a damaged database may still be looked at. */
  readonly wasRebuilt: () => Promise<boolean>;
  /** Removes entries of the journal that are older than so many days. */
  readonly pruneJournal: (days: number) => Promise<unknown>;
  readonly deleteSetAside: () => Promise<void>;
}

/** Sets the daily alarm if there is none. Called at every start, because Chrome does not promise to keep alarms. */
export async function scheduleRetention(alarms: Alarms): Promise<void> {
  if ((await alarms.get(RETENTION_ALARM)) === undefined) alarms.create(RETENTION_ALARM, DAILY);
}

/** Removes what is older than the policy allows, and databases that were set aside more than a day ago. */
export async function enforceRetention(ports: RetentionPorts): Promise<void> {
  const { retentionDays, journalRetentionDays } = await ports.readPolicy();
  await ports.prune(ports.clock.now() - retentionDays * DAY);
  if (!(await ports.wasRebuilt())) await ports.deleteSetAside();
  await ports.pruneJournal(journalRetentionDays);
}
