import type { Instant } from '../clock.ts';
import type { CustomItem } from '../policy/custom-item.ts';
import type { GatePolicy } from '../policy/gate-policy.ts';
import { askedCustomItems } from './asked-custom-items.ts';
import { askedItems, isLarge } from './asked-items.ts';
import type { Attempt } from './broadcast.ts';
import type { ExtractedValue, FoundLink, OwnItem } from './checklist.ts';
import { type NumberedFinding, runChecks } from './checks/run-checks.ts';
import type { KnownAccount, PastBroadcast } from './finding.ts';
import { type Sketch, sketchOfBubbles } from './sketch.ts';
import { extractValues } from './text/extract-values.ts';
import { linksOf } from './text/links-of.ts';

/** A broadcast, and all that is known besides it. */
export interface Circumstances {
  readonly attempt: Pick<Attempt, 'id' | 'broadcast' | 'page'>;
  readonly policy: GatePolicy;
  readonly now: Instant;
  readonly history: readonly PastBroadcast[];
  /** Accounts that were seen on this computer, without the broadcast's own. */
  readonly otherAccounts: readonly KnownAccount[];
  readonly changedAfterApproval: boolean;
  /** When a test of exactly this content was observed; null when none was. */
  readonly testSeenAt: Instant | null;
}

/** What a checklist is about. */
export interface Weighed {
  readonly findings: readonly NumberedFinding[];
  readonly items: readonly OwnItem[];
  /** The supervisor's own questions. */
  readonly custom: readonly CustomItem[];
  readonly values: readonly ExtractedValue[];
  readonly links: readonly FoundLink[];
  readonly sketch: Sketch;
}

/** What the checks find in a broadcast, and what is asked about it. */
export function weighBroadcast({ attempt, policy, now, ...known }: Circumstances): Weighed {
  const { broadcast, page } = attempt;
  const sketch = sketchOfBubbles(broadcast.bubbles);
  const findings = runChecks({ broadcast, page, now, policy, sketch, ...known });
  const values = extractValues(broadcast, now);
  const links = linksOf(broadcast);
  const { otherAccounts, testSeenAt } = known;
  return {
    findings,
    items: askedItems({ attempt, policy, otherAccounts, findings, values, links, testSeenAt }),
    custom: askedCustomItems(policy.customItems, { broadcast, isLarge: isLarge(page.people, policy) }),
    values,
    links,
    sketch,
  };
}
