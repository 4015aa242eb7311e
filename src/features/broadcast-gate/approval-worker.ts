import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import {
  type ApprovalAnswer,
  type ApprovalState,
  approvalAnswerSchema,
  approvalStateSchema,
} from '../../messaging/approval-protocol.ts';
import { doneSchema } from '../../messaging/gate-protocol.ts';
import type { WorkerLink } from '../worker-link.ts';
import type { ApprovalPorts } from './dialog/approval-ports.ts';

/** What the dialog asks about the approval of one attempt, asked of the worker. */
export class ApprovalWorker implements ApprovalPorts {
  readonly #worker: WorkerLink;
  readonly #attempt: Attempt;

  constructor(worker: WorkerLink, attempt: Attempt) {
    this.#worker = worker;
    this.#attempt = attempt;
  }

  async ask(operator: string): Promise<ApprovalState | null> {
    const request = { attempt: this.#attempt, operator };
    const reply = await this.#worker('askApproval', request, approvalStateSchema);
    return reply.ok ? reply.value : null;
  }

  async state(): Promise<ApprovalState | null> {
    const reply = await this.#worker('approvalState', { attempt: this.#attempt }, approvalStateSchema);
    return reply.ok ? reply.value : null;
  }

  async enter(typed: string): Promise<ApprovalAnswer | null> {
    const request = { attempt: this.#attempt, typed };
    const reply = await this.#worker('enterApprovalCode', request, approvalAnswerSchema);
    return reply.ok ? reply.value : null;
  }

  async openPage(): Promise<boolean> {
    return (await this.#worker('openApprovalPage', {}, doneSchema)).ok;
  }
}
