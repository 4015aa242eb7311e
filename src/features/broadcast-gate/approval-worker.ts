import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import {
  type ApprovalAnswer,
  type ApprovalState,
  approvalAnswerSchema,
  approvalStateSchema,
  approvalVerbs,
} from '../../messaging/approval-protocol.ts';
import { doneSchema } from '../../messaging/gate-protocol.ts';
import type { WorkerLink } from '../worker-link.ts';
import type { ApprovalPorts, OwnAnswers } from './dialog/approval-ports.ts';

/** What the dialog asks about the approval of one attempt, asked of the worker. */
export class ApprovalWorker implements ApprovalPorts {
  readonly #worker: WorkerLink;
  readonly #attempt: Attempt;

  constructor(worker: WorkerLink, attempt: Attempt) {
    this.#worker = worker;
    this.#attempt = attempt;
  }

  async ask(operator: string, answers: OwnAnswers): Promise<ApprovalState | null> {
    const request = { ...this.#about(answers), operator };
    const reply = await this.#worker('askApproval', request, approvalStateSchema);
    return reply.ok ? reply.value : null;
  }

  async state(answers: OwnAnswers): Promise<ApprovalState | null> {
    const reply = await this.#worker('approvalState', this.#about(answers), approvalStateSchema);
    return reply.ok ? reply.value : null;
  }

  async brief(answers: OwnAnswers): Promise<string | null> {
    const { answer } = approvalVerbs.approvalBrief;
    const reply = await this.#worker('approvalBrief', this.#about(answers), answer);
    return reply.ok ? reply.value.line : null;
  }

  async enter(typed: string, answers: OwnAnswers): Promise<ApprovalAnswer | null> {
    const request = { ...this.#about(answers), typed };
    const reply = await this.#worker('enterApprovalCode', request, approvalAnswerSchema);
    return reply.ok ? reply.value : null;
  }

  async openPage(): Promise<boolean> {
    return (await this.#worker('openApprovalPage', {}, doneSchema)).ok;
  }

  #about(answers: OwnAnswers) {
    return { attempt: this.#attempt, answers: [...answers] };
  }
}
