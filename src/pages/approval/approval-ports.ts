import type { Clock } from '../../domain/clock.ts';
import type { ApprovalAnswer, PendingApproval } from '../../messaging/approval-protocol.ts';
import type { RequestOf } from '../../messaging/protocol.ts';

/** Everything the approver's page needs from outside. Each rejects when the worker does not answer. */
export interface ApprovalPagePorts {
  readonly clock: Clock;
  /** The requests of this computer that wait, the newest first. */
  readonly pending: () => Promise<readonly PendingApproval[]>;
  readonly give: (given: RequestOf<'giveApproval'>) => Promise<ApprovalAnswer>;
  readonly sendBack: (sentBack: RequestOf<'sendBackApproval'>) => Promise<ApprovalAnswer>;
}
