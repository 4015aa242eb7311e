import type { Clock } from '../../domain/clock.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import type { AccountId } from '../../domain/unsend/identity.ts';
import type { AnswerOf, RequestOf } from '../../messaging/protocol.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';

export type KnownAccount = AnswerOf<'accounts'>[number];
export type ExportPage = AnswerOf<'export'>;
export type ExportKey = RequestOf<'export'>['after'];

/** Everything the options page needs from outside. */
export interface OptionsPorts {
  readonly clock: Clock;
  readonly policy: {
    read(): Promise<PolicyInForce>;
    change(edit: (policy: Policy) => Policy, isOpen?: boolean): Promise<void>;
    watch(listener: (policy: PolicyInForce) => void, signal: AbortSignal): void;
  };
  readonly supervisor: SupervisorPorts;
  readonly accounts: () => Promise<readonly KnownAccount[]>;
  /** Answers how many messages were removed. */
  readonly forgetAccount: (account: AccountId) => Promise<number>;
  /** The stored messages that follow a key, oldest first; none when there are no more. */
  readonly exportPage: (after: ExportKey) => Promise<ExportPage>;
  /** Lets the browser save a file; `parts` in order are its content. */
  readonly saveFile: (name: string, parts: readonly string[]) => void;
  /** The browser's own language: a hint at the region, no more. */
  readonly browserLanguage: string;
  /** True the first time that somebody opens the page. */
  readonly firstVisit: boolean;
}
