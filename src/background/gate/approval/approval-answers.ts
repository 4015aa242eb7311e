import * as v from 'valibot';
import { requestCode } from '../../../domain/broadcast/approval/answering-code.ts';
import { type Approval, approvalIdSchema, countsBy } from '../../../domain/broadcast/approval/approval.ts';
import { trueFacts } from '../../../domain/broadcast/approval/blind-facts.ts';
import { briefLine } from '../../../domain/broadcast/approval/brief.ts';
import type { ApprovalLook } from '../../../domain/broadcast/approval/look.ts';
import { customFacts, isSameAs } from '../../../domain/broadcast/approval/looked.ts';
import { ANSWER_LETTERS, readCode } from '../../../domain/broadcast/approval/spoken-code.ts';
import type { Attempt } from '../../../domain/broadcast/broadcast.ts';
import type { CustomAnswer } from '../../../domain/broadcast/custom-question.ts';
import { isName } from '../../../domain/broadcast/typed-letters.ts';
import { DONE } from '../../../messaging/gate-protocol.ts';
import { type Handlers, RequestRefused } from '../../../messaging/serve.ts';
import { hmacSha256 } from '../../../platform/mac.ts';
import { randomHex } from '../../../platform/random-hex.ts';
import { fingerprintOf } from '../attempt-record.ts';
import type { GatePorts } from '../gate-ports.ts';
import { tabOfTop } from '../manager-sender.ts';
import { stateOf } from './approval-book.ts';
import { answerOf, noteOf } from './approval-record.ts';
import { judgeTypedCode } from './judge-typed-code.ts';
import { registeredFor } from './registered.ts';
import { contentOf, keptLook, lookAt } from './shown-look.ts';

type Verbs = 'askApproval' | 'approvalState' | 'approvalBrief' | 'enterApprovalCode' | 'openApprovalPage';

/** What the operator's checklist asks of a second person's approval. */
export function approvalAnswers(ports: GatePorts): Pick<Handlers, Verbs> {
  const { approvals } = ports;
  return {
    askApproval: async ({ attempt, operator, answers = [] }, sender) => {
      tabOfTop(sender);
      if (!isName(operator)) throw new RequestRefused('invalid', 'no name');
      const given = await requestOf(ports, attempt, answers);
      if (given?.stage.name === 'given') return stateOf(given);
      const look = await lookAt(ports, attempt);
      const request = await newRequest(ports, attempt, { look, answers, operator: operator.trim() });
      await noteOf(ports, request, { step: 'asked' });
      await approvals.begin(request);
      approvals.keepLook(request.id, look);
      return stateOf(request);
    },
    approvalState: async ({ attempt, answers = [] }, sender) => {
      tabOfTop(sender);
      const request = await requestOf(ports, attempt, answers);
      if (request?.stage.name === 'asked') await keptLook(ports, request, attempt);
      return stateOf(request);
    },
    approvalBrief: async ({ attempt, answers = [] }, sender) => {
      tabOfTop(sender);
      const request = await requestOf(ports, attempt, answers);
      if (request?.stage.name !== 'asked' || request.code === null) return { line: null };
      const look = await keptLook(ports, request, attempt);
      return { line: look === null ? null : briefLine({ request: request.code, look }) };
    },
    enterApprovalCode: async ({ attempt, typed, answers = [] }, sender) => {
      tabOfTop(sender);
      const request = await requestOf(ports, attempt, answers);
      if (request?.stage.name !== 'asked' || request.code === null) return answerOf('over');
      const read = readCode(typed, ANSWER_LETTERS);
      if (read.kind !== 'code') return answerOf(read.kind);
      return judgeTypedCode(ports, request, request.code, read.code);
    },
    openApprovalPage: async (_, sender) => {
      tabOfTop(sender);
      await ports.openApprovalPage();
      return DONE;
    },
  };
}

/**
 * The request for a broadcast; null where there is none with these answers to the own questions, or one that the rules have
 * overtaken.
 */
async function requestOf(
  ports: GatePorts,
  { broadcast, page }: Attempt,
  answers: readonly CustomAnswer[],
): Promise<Approval | null> {
  const request = await ports.approvals.requestFor(await fingerprintOf(broadcast, page.people));
  if (request === null || !isSameAs(request.truth.custom, answers)) return null;
  if (request.stage.name !== 'given') return request;
  return countsBy(await registeredFor(ports, broadcast.account), request.stage) ? request : null;
}

interface Wish {
  readonly look: ApprovalLook;
  readonly answers: readonly CustomAnswer[];
  readonly operator: string;
}

/** @throws RequestRefused before the operator has answered what the approver's answers are compared with */
async function newRequest(
  ports: GatePorts,
  { id: attempt, broadcast, page }: Attempt,
  { look, answers, operator }: Wish,
): Promise<Approval> {
  const { account, schedule } = broadcast;
  const custom = customFacts(look.questions, answers);
  if (custom === null) throw new RequestRefused('invalid', 'the own questions have to be answered before');
  const approvers = await registeredFor(ports, account);
  const id = v.parse(approvalIdSchema, randomHex());
  const fingerprint = await fingerprintOf(broadcast, page.people);
  const hasCode = approvers !== null && approvers.length > 0;
  return {
    id,
    attempt,
    account,
    fingerprint,
    truth: trueFacts(account, page.people, schedule, custom),
    content: await contentOf(look),
    operator,
    code: hasCode ? await requestCode(hmacSha256, id, fingerprint) : null,
    askedAt: ports.clock.now(),
    stage: { name: 'asked' },
  };
}
