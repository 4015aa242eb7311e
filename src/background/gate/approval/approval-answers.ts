import * as v from 'valibot';
import { judgeAnsweringCode, requestCode } from '../../../domain/broadcast/approval/answering-code.ts';
import { type Approval, approvalIdSchema, countsBy } from '../../../domain/broadcast/approval/approval.ts';
import type { Approver } from '../../../domain/broadcast/approval/approver.ts';
import { trueFacts } from '../../../domain/broadcast/approval/blind-facts.ts';
import { ANSWER_LETTERS, readCode, type SpokenCode } from '../../../domain/broadcast/approval/spoken-code.ts';
import type { Attempt } from '../../../domain/broadcast/broadcast.ts';
import { isName } from '../../../domain/broadcast/typed-letters.ts';
import type { ApprovalAnswer, ApprovalResult } from '../../../messaging/approval-protocol.ts';
import { DONE } from '../../../messaging/gate-protocol.ts';
import { type Handlers, RequestRefused } from '../../../messaging/serve.ts';
import { hmacSha256 } from '../../../platform/mac.ts';
import { randomHex } from '../../../platform/random-hex.ts';
import { fingerprintOf } from '../attempt-record.ts';
import type { GatePorts } from '../gate-ports.ts';
import { tabOfTop } from '../manager-sender.ts';
import { stateOf } from './approval-book.ts';
import { noteOf } from './approval-record.ts';
import { registeredFor } from './registered.ts';

type Verbs = 'askApproval' | 'approvalState' | 'enterApprovalCode' | 'openApprovalPage';

/** What the operator's checklist asks of a second person's approval. */
export function approvalAnswers(ports: GatePorts): Pick<Handlers, Verbs> {
  const { approvals } = ports;
  return {
    askApproval: async ({ attempt, operator }, sender) => {
      tabOfTop(sender);
      if (!isName(operator)) throw new RequestRefused('invalid', 'no name');
      const fingerprint = await fingerprintOf(attempt.broadcast, attempt.page.people);
      const given = await approvals.approvalFor(fingerprint);
      const approvers = await registeredFor(ports, attempt.broadcast.account);
      if (given !== null && countsBy(approvers, given.stage)) return stateOf(given);
      const request = await newRequest(ports, attempt, fingerprint, operator.trim(), approvers);
      await noteOf(ports, request, { step: 'asked' });
      await approvals.begin(request);
      keepTexts(ports, request, attempt);
      return stateOf(request);
    },
    approvalState: async ({ attempt }, sender) => {
      tabOfTop(sender);
      const request = await requestOf(ports, attempt);
      if (request?.stage.name === 'asked') keepTexts(ports, request, attempt);
      return stateOf(request);
    },
    enterApprovalCode: async ({ attempt, typed }, sender) => {
      tabOfTop(sender);
      const request = await requestOf(ports, attempt);
      if (request?.stage.name !== 'asked' || request.code === null) return answerOf('over');
      const read = readCode(typed, ANSWER_LETTERS);
      return read.kind === 'code' ? judge(ports, request, request.code, read.code) : answerOf(read.kind);
    },
    openApprovalPage: async (_, sender) => {
      tabOfTop(sender);
      await ports.openApprovalPage();
      return DONE;
    },
  };
}

/** An answer of which there is no more to say. */
export function answerOf(result: ApprovalResult, more: Partial<ApprovalAnswer> = {}): ApprovalAnswer {
  return { result, waitSeconds: 0, code: null, ...more };
}

/** The request for a broadcast; null where there is none, or one that the rules have overtaken. */
async function requestOf(ports: GatePorts, { broadcast, page }: Attempt): Promise<Approval | null> {
  const request = await ports.approvals.requestFor(await fingerprintOf(broadcast, page.people));
  if (request?.stage.name !== 'given') return request;
  return countsBy(await registeredFor(ports, broadcast.account), request.stage) ? request : null;
}

function keepTexts({ approvals }: GatePorts, { id }: Approval, { broadcast }: Attempt): void {
  const texts = broadcast.bubbles.map(({ text, name }) => (text === '' ? (name ?? '') : text));
  approvals.keepTexts(
    id,
    texts.filter((text) => text !== ''),
  );
}

async function newRequest(
  ports: GatePorts,
  { id: attempt, broadcast, page }: Attempt,
  fingerprint: string,
  operator: string,
  approvers: readonly Approver[] | null,
): Promise<Approval> {
  const { account, schedule } = broadcast;
  const id = v.parse(approvalIdSchema, randomHex());
  const hasCode = approvers !== null && approvers.length > 0;
  return {
    id,
    attempt,
    account,
    fingerprint,
    truth: trueFacts(account, page.people, schedule),
    operator,
    code: hasCode ? await requestCode(hmacSha256, id, fingerprint) : null,
    askedAt: ports.clock.now(),
    stage: { name: 'asked' },
  };
}

/** @param code of the request; @param typed the answering code */
async function judge(
  ports: GatePorts,
  request: Approval,
  code: SpokenCode,
  typed: SpokenCode,
): Promise<ApprovalAnswer> {
  const approvers = (await registeredFor(ports, request.account)) ?? [];
  const asked = { code, operator: request.operator, truth: request.truth };
  const look = async () => {
    const judgement = await judgeAnsweringCode(hmacSha256, approvers, asked, typed);
    return judgement.kind === 'wrong' ? null : judgement;
  };
  const judged = await ports.door.try('code', look, ({ kind }) => kind === 'right');
  if (!('kind' in judged)) {
    if (!judged.isEarly) await noteOf(ports, request, { step: 'wrong', way: 'code' });
    return answerOf(judged.isEarly ? 'wait' : 'wrong', { waitSeconds: judged.waitSeconds });
  }
  const { approvals } = ports;
  const by = { way: 'code', isVerified: true } as const;
  switch (judged.kind) {
    case 'wrong':
      return answerOf('wrong');
    case 'practice':
      await noteOf(ports, request, { step: 'practice', way: 'code' });
      await approvals.settle(request.id, { name: 'practised' });
      return answerOf('practice');
    case 'own':
      await noteOf(ports, request, { step: 'wrong', person: judged.person, ...by });
      return answerOf('own');
    case 'differs':
      await noteOf(ports, request, { step: 'differs', person: judged.person, ...by });
      await approvals.settle(request.id, { name: 'differs', person: judged.person });
      return answerOf('differs');
    case 'right': {
      const { person, key } = judged;
      await noteOf(ports, request, { step: 'given', person, ...by });
      const isGiven = await approvals.settle(request.id, { name: 'given', person, isVerified: true, key });
      return answerOf(isGiven ? 'given' : 'over');
    }
  }
}
