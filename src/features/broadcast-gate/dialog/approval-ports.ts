import type { ApprovalAnswer, ApprovalState } from '../../../messaging/approval-protocol.ts';

/** What the dialog asks about a second person's approval. Null: the worker did not answer. None of these rejects. */
export interface ApprovalPorts {
  /** Asks for approval of what is about to be sent. @param operator whoever sends it */
  ask(operator: string): Promise<ApprovalState | null>;
  state(): Promise<ApprovalState | null>;
  /** The code that the approver has read out. */
  enter(typed: string): Promise<ApprovalAnswer | null>;
  /** Opens the approver's page in another tab; false when that failed. */
  openPage(): Promise<boolean>;
}
