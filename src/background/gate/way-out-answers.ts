import { missingForWayOut, type WayOut } from '../../domain/broadcast/way-out.ts';
import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import { type Handlers, RequestRefused } from '../../messaging/serve.ts';
import { countsOf, fingerprintOf, keyedDigestOf, withExcerpt } from './attempt-record.ts';
import type { GatePorts } from './gate-ports.ts';
import { tabOfTop } from './manager-sender.ts';
import type { PassDesk } from './pass-desk.ts';
import { rulesOfNow } from './rules-of-now.ts';

/** The way out without a finished checklist. Whether there is one is decided here, whatever a page shows. */
export function wayOutAnswers(ports: GatePorts, desk: PassDesk): Pick<Handlers, 'overrideAttempt'> {
  return {
    overrideAttempt: async ({ attempt, reason, person = null, nonce }, sender) => {
      const tabId = tabOfTop(sender);
      const { broadcast, page } = attempt;
      const rules = await rulesOfNow(ports, broadcast.account, 'until-known');
      const wayOut = wayOutOf(rules);
      if (missingForWayOut(wayOut.rule, { reason, person }) !== null) return { result: 'refused', wayOut };
      const digest = await keyedDigestOf(ports, await fingerprintOf(broadcast, page.people));
      const counts = withExcerpt(countsOf(broadcast, page.people, digest), broadcast, rules.journalExcerpt);
      // A name that nobody asked for is not kept.
      const named = wayOut.rule === 'reason-and-name' && person !== null ? { person } : {};
      const entry = { kind: 'overridden', reason, ...named, broadcast: counts } as const;
      const seconds = await desk.override(tabId, attempt, nonce, entry);
      if (seconds === null) throw new RequestRefused('refused', 'nothing is permitted');
      return { result: 'open', seconds };
    },
  };
}

/** What a dialog has to know of the way out. */
export function wayOutOf({ override, contactNames }: GatePolicy): WayOut {
  return { rule: override, contacts: [...contactNames] };
}
