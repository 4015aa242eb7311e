import type { Instant } from '../clock.ts';
import type { GatePolicy } from '../policy/gate-policy.ts';
import type { BasicId } from './basic-id.ts';
import type { Broadcast, PageFacts } from './broadcast.ts';
import type { Sketch } from './sketch.ts';

/** `block` cannot be answered away, `warn` needs a typed reason, `inform` is shown. */
export const LEVELS = ['block', 'warn', 'inform'] as const;
export type Level = (typeof LEVELS)[number];

/** A stretch of text that a finding is about: characters `start` to `end` (exclusive) of the text of one bubble. */
export interface Stretch {
  readonly bubble: number;
  readonly start: number;
  readonly end: number;
}

/** What one check found. `key` is the key of a text in `_locales`, `values` fill its placeholders. */
export interface Finding {
  readonly check: string;
  readonly level: Level;
  readonly key: string;
  readonly values: readonly string[];
  readonly stretch: Stretch | null;
}

/** A broadcast that was sent earlier from this account, as far as it is remembered. */
export interface PastBroadcast {
  readonly at: Instant;
  readonly audience: Broadcast['audience']['kind'];
  readonly people: number | null;
  readonly sketch: Sketch;
}

/** All that a check may look at. Times of day are those of this computer's zone. */
export interface CheckContext {
  readonly broadcast: Broadcast;
  readonly page: PageFacts;
  readonly now: Instant;
  readonly policy: GatePolicy;
  /** Newest first, this account's own. */
  readonly history: readonly PastBroadcast[];
  /** Other accounts that were seen on this computer: not this one. */
  readonly otherAccounts: readonly KnownAccount[];
  /** The sketch of this broadcast's texts. */
  readonly sketch: Sketch;
  /** True after an approval of other content; see the second person. */
  readonly changedAfterApproval: boolean;
}

/** An account whose manager was open on this computer. */
export interface KnownAccount {
  readonly id: BasicId;
  readonly name: string;
}

/** One automatic test of a broadcast. `find` answers every place that it objects to, none when all is well. */
export interface Check {
  readonly name: string;
  readonly level: Level;
  find(context: CheckContext): readonly Found[];
}

/** A finding before its check's name and level are added; `level` overrules the check's own. */
export interface Found {
  readonly key: string;
  readonly values?: readonly string[];
  readonly stretch?: Stretch;
  readonly level?: Level;
}
