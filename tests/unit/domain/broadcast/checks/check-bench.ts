import type { Bubble } from '../../../../../src/domain/broadcast/broadcast.ts';
import { findingsOf, type NumberedFinding } from '../../../../../src/domain/broadcast/checks/run-checks.ts';
import type { Check, CheckContext, PastBroadcast } from '../../../../../src/domain/broadcast/finding.ts';
import { sketchOfBubbles } from '../../../../../src/domain/broadcast/sketch.ts';
import { DEFAULT_GATE_POLICY } from '../../../../../src/domain/policy/gate-policy.ts';
import { broadcastOf, textBubble } from '../../../../support/broadcasts.ts';

/** Monday, 23 November 2026, 10:00 in Japan, where the tests run. */
export const NOW = Date.UTC(2026, 10, 23, 1, 0);

/** A broadcast to 500 people at 10:00 in which nothing is wrong, unless told otherwise. */
export function contextOf(change: Partial<CheckContext> = {}): CheckContext {
  const broadcast = change.broadcast ?? broadcastOf();
  return {
    broadcast,
    page: { accountName: 'こむぎベーカリー', people: 500, recognised: true },
    now: NOW,
    policy: DEFAULT_GATE_POLICY,
    history: [],
    otherAccounts: [],
    sketch: sketchOfBubbles(broadcast.bubbles),
    changedAfterApproval: false,
    ...change,
  };
}

/** A broadcast of these texts, each its own bubble. */
export function saying(...texts: readonly string[]): CheckContext {
  return contextOf({ broadcast: broadcastOf({ bubbles: texts.map(textBubble) }) });
}

/** A broadcast of one picture that leads somewhere. */
export function linkingTo(...links: readonly string[]): CheckContext {
  const picture: Bubble = { kind: 'image', text: '', name: null, links: [...links], key: 'picture' };
  return contextOf({ broadcast: broadcastOf({ bubbles: [picture] }) });
}

export function pastBroadcast(change: Partial<PastBroadcast> = {}): PastBroadcast {
  return { at: NOW - 1, audience: 'all', people: 500, sketch: [], ...change };
}

/** What one check finds in `context`, or in a broadcast of one text. */
export function findingsIn(check: Check, context: CheckContext | string): readonly NumberedFinding[] {
  return findingsOf(check, typeof context === 'string' ? saying(context) : context);
}

/** The found words and their level: `block 〇〇`. */
export function outline(check: Check, context: CheckContext | string): readonly string[] {
  return findingsIn(check, context).map(({ level, values }) => `${level} ${values[0] ?? ''}`.trim());
}
