import type { Instant } from '../clock.ts';
import type { GatePolicy } from '../policy/gate-policy.ts';
import type { Attempt } from './broadcast.ts';
import { type Weighed, weighBroadcast } from './weigh-broadcast.ts';

/** What a checklist would be about one broadcast. */
export type Trial = Pick<Weighed, 'findings' | 'items' | 'custom'>;

/**
 * What the gate would find and ask under a policy, by its own checks and questions. As on a computer on which nothing was ever sent:
 * no earlier broadcasts, no other accounts, no test that was seen.
 */
export function tryBroadcast(
  attempt: Pick<Attempt, 'id' | 'broadcast' | 'page'>,
  policy: GatePolicy,
  now: Instant,
): Trial {
  const nothingKnown = { history: [], otherAccounts: [], changedAfterApproval: false, testSeenAt: null };
  return weighBroadcast({ attempt, policy, now, ...nothingKnown });
}
