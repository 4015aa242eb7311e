import type { Instant } from '../clock.ts';
import type { GatePolicy } from '../policy/gate-policy.ts';
import type { Asking } from '../policy/gate-rules.ts';
import { accountChoices } from './account-choices.ts';
import type { Attempt } from './broadcast.ts';
import { type ExtractedValue, type FoundLink, ITEM_NAMES, type ItemName, type OwnItem } from './checklist.ts';
import type { Finding, KnownAccount } from './finding.ts';

/** What decides which items are asked. */
export interface AskContext {
  readonly attempt: Pick<Attempt, 'id' | 'broadcast' | 'page'>;
  readonly policy: Pick<GatePolicy, 'items' | 'largeAudience' | 'secondPerson'> &
    Partial<Pick<GatePolicy, 'correctionText'>>;
  /** Other accounts that were seen on this computer. */
  readonly otherAccounts: readonly KnownAccount[];
  readonly findings: readonly Pick<Finding, 'check'>[];
  readonly values: readonly ExtractedValue[];
  readonly links: readonly FoundLink[];
  /** When a test of exactly this content was observed; null when none was. */
  readonly testSeenAt: Instant | null;
}

/** Checks that doubt a value of the text; what they find is compared with the manuscript also in a small broadcast. */
const VALUE_CHECKS: ReadonlySet<string> = new Set([
  'weekday-mismatch',
  'past-date',
  'deadline-before-delivery',
  'amount-differs',
]);
/** How the names of all checks of links begin. */
const LINK_CHECK = 'link-';

/**
 * The items of one checklist, in the order in which they are asked. Unless the policy says otherwise, a small broadcast is asked
 * where from, to how many and when, and what a finding has cast doubt on; a large one, or one of unknown size, all that applies.
 */
export function askedItems(context: AskContext): readonly OwnItem[] {
  return ITEM_NAMES.filter((name) => isAsked(name, context)).map((name) => itemOf(name, context));
}

/** True from `largeAudience` people on, and when nobody knows how many there are. */
export function isLarge(people: number | null, policy: Pick<GatePolicy, 'largeAudience'>): boolean {
  return people === null || people >= policy.largeAudience;
}

function isAsked(name: ItemName, context: AskContext): boolean {
  const { attempt, policy, findings, values, links } = context;
  const large = isLarge(attempt.page.people, policy);
  // An item that the policy says nothing of is asked: a question too many costs less than one too few.
  const asking = name === 'second-person' ? policy.secondPerson : (policy.items[name] ?? 'always');
  const asksFor = (isDoubted: boolean) => isAskedOf(large, asking) || (asking !== 'never' && isDoubted);
  switch (name) {
    case 'values':
      return values.length > 0 && asksFor(findings.some(({ check }) => VALUE_CHECKS.has(check)));
    case 'links':
      // Where no link can be opened there is nothing to answer; the check of its spelling speaks instead.
      return (
        links.some(({ url }) => url !== null) &&
        asksFor(findings.some(({ check }) => check.startsWith(LINK_CHECK)))
      );
    case 'account':
    case 'people':
    case 'when':
    case 'test':
    case 'correction':
    case 'second-person':
      return isAskedOf(large, asking);
  }
}

function isAskedOf(large: boolean, asking: Asking): boolean {
  return asking === 'always' || (asking === 'large' && large);
}

function itemOf(name: ItemName, context: AskContext): OwnItem {
  const { attempt, otherAccounts, values, links, testSeenAt } = context;
  switch (name) {
    case 'account': {
      const { account: id } = attempt.broadcast;
      const account = id === null ? null : { id, name: attempt.page.accountName ?? id };
      return { name, choices: [...accountChoices(account, otherAccounts, attempt.id)] };
    }
    case 'people':
      return { name, known: attempt.page.people !== null };
    case 'values':
      return { name, values: [...values] };
    case 'links':
      return { name, links: [...links] };
    case 'test':
      return { name, seenAt: testSeenAt };
    case 'correction': {
      const { correctionText: text = '' } = context.policy;
      return text === '' ? { name } : { name, text };
    }
    case 'when':
    case 'second-person':
      return { name };
  }
}
