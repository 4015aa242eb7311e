import type { CustomAnswer } from '../../../domain/broadcast/custom-question.ts';
import type { ApprovalAnswer, ApprovalState } from '../../../messaging/approval-protocol.ts';

/** What the operator has answered to the supervisor's own questions: the approver's answers are compared with it. */
export type OwnAnswers = readonly CustomAnswer[];

/** What the dialog asks about a second person's approval. Null: the worker did not answer. None of these rejects. */
export interface ApprovalPorts {
  /** Asks for approval of what is about to be sent. @param operator whoever sends it */
  ask(operator: string, answers: OwnAnswers): Promise<ApprovalState | null>;
  state(answers: OwnAnswers): Promise<ApprovalState | null>;
  /** The line that shows an approver at another computer what is about to be sent; null as well where it cannot be made. */
  brief(answers: OwnAnswers): Promise<string | null>;
  /** The code that the approver has read out. */
  enter(typed: string, answers: OwnAnswers): Promise<ApprovalAnswer | null>;
  /** Opens the approver's page in another tab; false when that failed. */
  openPage(): Promise<boolean>;
}
