import type { CheckContext } from '../broadcast/finding.ts';
import type { PastAttempt } from '../journal/past-attempts.ts';

/**
 * A broadcast of the past as far as the journal's counts tell of it: no bubbles, and no time where its request could not be read
 * (the journal does not tell that from "at once").
 */
export function countedBroadcast({
  account,
  broadcast,
  found,
}: Pick<PastAttempt, 'account' | 'broadcast' | 'found'>): Pick<CheckContext, 'broadcast' | 'page'> {
  const { audience, people, scheduledAt, voom } = broadcast;
  const isUnread = found.includes('unreadable');
  return {
    broadcast: {
      account,
      schedule:
        scheduledAt !== null ? { kind: 'at', at: scheduledAt } : { kind: isUnread ? 'unclear' : 'now' },
      audience: { kind: audience, name: null, target: '', limit: null },
      bubbles: [],
      voom,
      abTest: null,
      readable: !isUnread,
    },
    page: { accountName: null, people, recognised: true },
  };
}
