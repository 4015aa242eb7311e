import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { KnownAccount } from '../../domain/broadcast/finding.ts';
import type { PassBook } from '../../domain/broadcast/pass-book.ts';
import type { Clock } from '../../domain/clock.ts';
import type { ClockWatch } from '../../domain/journal/clocks.ts';
import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { GateMemory } from '../../storage/gate-memory.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import type { Patience } from '../../storage/managed-policy.ts';
import type { RecentList } from '../../storage/recent-list.ts';
import type { Report } from '../ports.ts';
import type { BackgroundTexts } from '../texts.ts';
import type { ApprovalBook } from './approval/approval-book.ts';
import type { ApproverDoor } from './approval/approver-door.ts';
import type { LateEntries } from './late-entries.ts';
import type { Lock } from './lock.ts';
import type { PageReach } from './page-reach.ts';

/** What the gate uses of the journal. Everything throws when the journal cannot be read or written. */
export type Journal = Pick<JournalStore, 'append' | 'digest' | 'history' | 'page' | 'all' | 'head'>;

/** All that the worker's side of the gate works with. */
export interface GatePorts {
  readonly clock: Clock;
  /** Is told what time LINE's server says it is. */
  readonly clocks: Pick<ClockWatch, 'noteLine'>;
  /** @param patience how long a browser is waited for that has just been started; shortly, unless it is said */
  readonly readPolicy: (patience?: Patience) => Promise<Policy>;
  /** What the gate goes by for one account; null: one that nobody knows. */
  readonly readGate: (account: BasicId | null, patience?: Patience) => Promise<GatePolicy>;
  readonly journal: Journal;
  /** Takes what the journal cannot take at the moment. */
  readonly late: LateEntries;
  readonly lock: Lock;
  /** Looks after the browser's lock, beside whatever is being done: to be called where a broadcast begins. */
  readonly reassertLock: () => void;
  readonly passes: PassBook;
  readonly memory: GateMemory;
  readonly approvals: ApprovalBook;
  readonly door: ApproverDoor;
  /** Shows the approver's page beside the page that asks. */
  readonly openApprovalPage: () => Promise<unknown>;
  /** Accounts whose manager was open on this computer. */
  readonly accounts: RecentList<KnownAccount>;
  /** Labels of buttons that were seen to send. */
  readonly labels: RecentList<string>;
  readonly texts: Pick<BackgroundTexts, 'chosen'>;
  readonly pages: PageReach;
  readonly report: Report;
}
