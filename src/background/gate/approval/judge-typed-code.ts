import { type CodeJudgement, judgeAnsweringCode } from '../../../domain/broadcast/approval/answering-code.ts';
import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import type { SpokenCode } from '../../../domain/broadcast/approval/spoken-code.ts';
import type { ApprovalAnswer } from '../../../messaging/approval-protocol.ts';
import { hmacSha256 } from '../../../platform/mac.ts';
import type { GatePorts } from '../gate-ports.ts';
import { answerOf, noteOf, unseenUnless } from './approval-record.ts';
import { registeredFor } from './registered.ts';

/**
 * Judges what the operator has typed, and takes the request as far as that goes.
 * @param code of the request; @param typed the answering one
 */
export async function judgeTypedCode(
  ports: GatePorts,
  request: Approval,
  code: SpokenCode,
  typed: SpokenCode,
): Promise<ApprovalAnswer> {
  const approvers = (await registeredFor(ports, request.account)) ?? [];
  const { operator, truth, content } = request;
  const asked = { code, operator, truth, content };
  const look = async () => {
    const judgement = await judgeAnsweringCode(hmacSha256, approvers, asked, typed);
    return judgement.kind === 'wrong' ? null : judgement;
  };
  const judged = await ports.door.try('code', look, ({ kind }) => kind === 'right');
  if ('kind' in judged) return settleJudged(ports, request, judged);
  if (!judged.isEarly) await noteOf(ports, request, { step: 'wrong', way: 'code' });
  return answerOf(judged.isEarly ? 'wait' : 'wrong', { waitSeconds: judged.waitSeconds });
}

async function settleJudged(
  ports: GatePorts,
  request: Approval,
  judged: CodeJudgement,
): Promise<ApprovalAnswer> {
  const { approvals } = ports;
  if (judged.kind === 'wrong') return answerOf('wrong');
  if (judged.kind === 'practice') {
    await noteOf(ports, request, { step: 'practice', way: 'code' });
    await approvals.settle(request.id, { name: 'practised' });
    return answerOf('practice');
  }
  const { kind, person, key, isSeen } = judged;
  const by = { way: 'code', person, isVerified: true, ...unseenUnless(isSeen) } as const;
  switch (kind) {
    case 'own':
    case 'unseen':
      await noteOf(ports, request, { step: 'wrong', ...by });
      return answerOf(kind);
    case 'differs':
      await noteOf(ports, request, { step: 'differs', ...by });
      await approvals.settle(request.id, { name: 'differs', person });
      return answerOf('differs');
    case 'right': {
      await noteOf(ports, request, { step: 'given', ...by });
      const isGiven = await approvals.settle(request.id, { name: 'given', person, isVerified: true, key });
      return answerOf(isGiven ? 'given' : 'over');
    }
  }
}
