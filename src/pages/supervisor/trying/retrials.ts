import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import type { Entry } from '../../../domain/journal/entry.ts';
import { pastAttempts } from '../../../domain/journal/past-attempts.ts';
import { effectivePolicy, gatePolicyFor } from '../../../domain/policy/effective-policy.ts';
import type { GatePolicy } from '../../../domain/policy/gate-policy.ts';
import { type Retrial, retry } from '../../../domain/policy/retrial.ts';
import type { RuleBook } from '../../../domain/policy/rules.ts';

/** So many of the newest attempts are tried. */
export const MOST_TRIED = 50;

/** What a draft would have made of the newest attempts, each under the rules of its account. @param entries oldest first */
export function retrials(entries: readonly Entry[], draft: RuleBook): readonly Retrial[] {
  const policy = effectivePolicy({ signed: draft });
  const gates = new Map<BasicId | null, GatePolicy>();
  const gateOf = (account: BasicId | null) => {
    const gate = gates.get(account) ?? gatePolicyFor(policy, account);
    gates.set(account, gate);
    return gate;
  };
  const attempts = pastAttempts(entries);
  return attempts
    .slice(0, MOST_TRIED)
    .map((past, place) => retry(past, gateOf(past.account), attempts.slice(place + 1)));
}

/** What has changed for one attempt, the gravest first. */
export function outcomeOf({ stops, reasons, asksMore, asksLess, ownItems }: Retrial): RetrialOutcome {
  if (stops.length > 0) return 'stopped';
  if (reasons.length + asksMore.length + ownItems.length > 0) return 'asked-more';
  return asksLess.length > 0 ? 'asked-less' : 'same';
}

export type RetrialOutcome = 'stopped' | 'asked-more' | 'asked-less' | 'same';
