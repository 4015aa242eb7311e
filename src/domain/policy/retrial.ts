import { allFriendsUnusual } from '../broadcast/checks/all-friends-unusual.ts';
import { CHECK_LEVELS, type CheckName } from '../broadcast/checks/check-levels.ts';
import { holiday } from '../broadcast/checks/holiday.ts';
import { peopleUnknown } from '../broadcast/checks/people-unknown.ts';
import { quietHours } from '../broadcast/checks/quiet-hours.ts';
import { findingsOf } from '../broadcast/checks/run-checks.ts';
import { scheduleSoon } from '../broadcast/checks/schedule-soon.ts';
import { sendNowLarge } from '../broadcast/checks/send-now-large.ts';
import { voomOn } from '../broadcast/checks/voom-on.ts';
import type { CheckContext } from '../broadcast/finding.ts';
import type { PastAttempt } from '../journal/past-attempts.ts';
import { countedBroadcast } from './counted-broadcast.ts';
import type { GatePolicy } from './gate-policy.ts';
import type { PolicyLevel } from './gate-rules.ts';
import { type ItemsThen, itemsThen } from './items-then.ts';

/** What another policy would have made of one attempt of the past, compared with what happened. */
export interface Retrial extends ItemsThen {
  readonly past: PastAttempt;
  /** Checks that would stop it, and did not then. */
  readonly stops: readonly string[];
  /** Checks that would ask for a reason, and did not then. */
  readonly reasons: readonly string[];
}

/** Checks that go by facts which the journal keeps: when, to whom, to how many. */
const FACT_CHECKS = [
  sendNowLarge,
  scheduleSoon,
  quietHours,
  holiday,
  allFriendsUnusual,
  peopleUnknown,
  voomOn,
] as const;

/**
 * Tries a policy on an attempt of the past, as far as the journal's facts go. It keeps no text, so that a check of texts counts where
 * it found something then; what it would find anew nobody can tell.
 * @param earlier attempts before this one, the newest first
 */
export function retry(past: PastAttempt, policy: GatePolicy, earlier: readonly PastAttempt[]): Retrial {
  const levels = [...byFacts(past, policy, earlier), ...byRecord(past, policy)];
  const checksAt = (wanted: PolicyLevel) =>
    levels.filter(([, level]) => level === wanted).map(([name]) => name);
  const stopsAll = [...new Set(checksAt('block'))];
  return {
    past,
    stops: stopsAll.filter((name) => !past.stoppedBy.includes(name)),
    reasons: [...new Set(checksAt('warn'))].filter((name) => isNewReason(name, past)),
    ...itemsThen(past, policy),
  };
}

type Levels = readonly (readonly [string, PolicyLevel])[];

function byFacts(past: PastAttempt, policy: GatePolicy, earlier: readonly PastAttempt[]): Levels {
  const context: CheckContext = {
    ...countedBroadcast(past),
    now: past.at,
    policy,
    history: earlier
      .filter(({ account, wasSent }) => wasSent && account !== null && account === past.account)
      .map(({ at, broadcast: { audience, people } }) => ({ at, audience, people, sketch: [] })),
    otherAccounts: [],
    sketch: [],
    changedAfterApproval: false,
  };
  return FACT_CHECKS.flatMap((check) =>
    findingsOf(check, context).map(({ level }) => [check.name, level] as const),
  );
}

function byRecord({ found }: PastAttempt, { checkLevels }: GatePolicy): Levels {
  const isByFacts = new Set<string>(FACT_CHECKS.map(({ name }) => name));
  return found
    .filter((name) => !isByFacts.has(name))
    .map((name) => [name, checkLevels[name] ?? ownLevel(name)] as const);
}

/** A check that this version does not know any more cannot find anything now. */
function ownLevel(name: string): PolicyLevel {
  return isCheckName(name) ? CHECK_LEVELS[name] : 'off';
}

function isCheckName(name: string): name is CheckName {
  return Object.hasOwn(CHECK_LEVELS, name);
}

/** Whether it was a warning then is known only of what was sent: those have their reason beside them. */
function isNewReason(name: string, { found, reasonsFor, stoppedBy, wasSent }: PastAttempt): boolean {
  if (stoppedBy.includes(name) || reasonsFor.includes(name)) return false;
  return wasSent || !found.includes(name);
}
