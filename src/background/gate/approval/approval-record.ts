import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import type { ApprovalEvent } from '../../../domain/journal/approval-event.ts';
import type { ApprovalAnswer, ApprovalResult } from '../../../messaging/approval-protocol.ts';
import { randomHex } from '../../../platform/random-hex.ts';
import type { About } from '../attempt-record.ts';
import type { GatePorts } from '../gate-ports.ts';

/** What an entry about an approval says; what is left out is not known. */
export type ApprovalNote = Pick<ApprovalEvent, 'step'> & Partial<ApprovalEvent>;

/** Writes down what happened to a request. What the journal cannot take comes later: nothing is released by it. */
export function noteApproval(
  { late, clock }: Pick<GatePorts, 'late' | 'clock'>,
  { attempt, account }: About,
  note: ApprovalNote,
): Promise<void> {
  const nothing = { way: null, operator: null, person: null, isVerified: false, items: [], reason: null };
  const event = { ...nothing, ...note, kind: 'approval' } as const;
  return late.append({ at: clock.now(), attempt, account, event }, randomHex());
}

/** The same about a request of this computer. */
export function noteOf(
  ports: Pick<GatePorts, 'late' | 'clock'>,
  request: Approval,
  note: ApprovalNote,
): Promise<void> {
  return noteApproval(ports, request, { operator: request.operator, ...note });
}

/** What an entry says where nothing of the messages was shown. */
export function unseenUnless(isSeen: boolean): Pick<ApprovalEvent, 'unseen'> {
  return isSeen ? {} : { unseen: true };
}

/** An answer of which there is no more to say. */
export function answerOf(result: ApprovalResult, more: Partial<ApprovalAnswer> = {}): ApprovalAnswer {
  return { result, waitSeconds: 0, code: null, ...more };
}
