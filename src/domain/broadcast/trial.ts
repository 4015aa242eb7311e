import type { Instant } from '../clock.ts';
import type { CustomItem } from '../policy/custom-item.ts';
import type { GatePolicy } from '../policy/gate-policy.ts';
import { askedCustomItems } from './asked-custom-items.ts';
import { askedItems, isLarge } from './asked-items.ts';
import type { Attempt } from './broadcast.ts';
import type { Item } from './checklist.ts';
import { type NumberedFinding, runChecks } from './checks/run-checks.ts';
import { sketchOfBubbles } from './sketch.ts';
import { extractValues } from './text/extract-values.ts';
import { linksOf } from './text/links-of.ts';

/** What a checklist would be about one broadcast. */
export interface Trial {
  readonly findings: readonly NumberedFinding[];
  readonly items: readonly Item[];
  readonly customItems: readonly CustomItem[];
}

/**
 * What the gate would find and ask under a policy, by its own checks and questions. As on a computer on which nothing was ever sent:
 * no earlier broadcasts, no other accounts, no test that was seen.
 */
export function tryBroadcast(
  attempt: Pick<Attempt, 'id' | 'broadcast' | 'page'>,
  policy: GatePolicy,
  now: Instant,
): Trial {
  const { broadcast, page } = attempt;
  const sketch = sketchOfBubbles(broadcast.bubbles);
  const nothingKnown = { history: [], otherAccounts: [], changedAfterApproval: false, testSeenAt: null };
  const findings = runChecks({ broadcast, page, now, policy, sketch, ...nothingKnown });
  const values = extractValues(broadcast, now);
  const links = linksOf(broadcast);
  return {
    findings,
    items: askedItems({ attempt, policy, findings, values, links, ...nothingKnown }),
    customItems: askedCustomItems(policy.customItems, {
      broadcast,
      isLarge: isLarge(page.people, policy),
    }),
  };
}
