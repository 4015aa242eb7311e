import * as v from 'valibot';
import { answeringCode } from '../../../domain/broadcast/approval/answering-code.ts';
import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import { type Approver, isSamePerson } from '../../../domain/broadcast/approval/approver.ts';
import { answeredFacts, type BlindFacts, differing } from '../../../domain/broadcast/approval/blind-facts.ts';
import { REQUEST_LETTERS, readCode } from '../../../domain/broadcast/approval/spoken-code.ts';
import { type BasicId, basicIdSchema } from '../../../domain/broadcast/basic-id.ts';
import { isName, isReason } from '../../../domain/broadcast/typed-letters.ts';
import type { ApprovalAnswer } from '../../../messaging/approval-protocol.ts';
import type { RequestOf } from '../../../messaging/protocol.ts';
import type { Handlers } from '../../../messaging/serve.ts';
import { hmacSha256 } from '../../../platform/mac.ts';
import type { GatePorts } from '../gate-ports.ts';
import { answerOf } from './approval-answers.ts';
import { noteApproval, noteOf } from './approval-record.ts';
import { approverBy, tryOf } from './approver-door.ts';
import { registeredFor } from './registered.ts';

type Verbs = 'pendingApprovals' | 'giveApproval' | 'sendBackApproval';
type Given = RequestOf<'giveApproval'>;
type SentBack = RequestOf<'sendBackApproval'>;

/** Who answers; `isVerified`: by passphrase. Or why nobody does. */
type Who =
  | {
      readonly kind: 'known';
      readonly person: string;
      readonly isVerified: boolean;
      readonly approver: Approver | null;
    }
  | { readonly kind: 'refused'; readonly answer: ApprovalAnswer };

/** What the approver's page asks. */
export function approverAnswers(ports: GatePorts): Pick<Handlers, Verbs> {
  return {
    pendingApprovals: async () => {
      const asked = await ports.approvals.asked();
      return Promise.all(asked.map(async (request) => pendingOf(ports, request)));
    },
    giveApproval: async (given) => {
      const facts = answeredFacts(given.answers);
      if (facts === null || !isName(given.name)) return answerOf('incomplete');
      if (given.request.way === 'code') return tellCode(ports, given, given.request.typed, facts);
      const request = await waiting(ports, given.request.id);
      return request === null ? answerOf('over') : giveHere(ports, given, request, facts);
    },
    sendBackApproval: async (sentBack) => {
      if (!isReason(sentBack.reason) || !isName(sentBack.name)) return answerOf('incomplete');
      if (sentBack.request.way === 'code') return sendBackByPhone(ports, sentBack, sentBack.request.typed);
      const request = await waiting(ports, sentBack.request.id);
      return request === null ? answerOf('over') : sendBackHere(ports, sentBack, request);
    },
  };
}

async function pendingOf(ports: GatePorts, { id, operator, askedAt, account }: Approval) {
  const texts = ports.approvals.textsOf(id);
  return {
    id,
    operator,
    askedAt,
    needsPassphrase: (await registeredFor(ports, account)) !== null,
    texts: texts === null ? null : [...texts],
  };
}

async function giveHere(
  ports: GatePorts,
  { name, passphrase, isPractice }: Given,
  request: Approval,
  facts: BlindFacts,
): Promise<ApprovalAnswer> {
  const { approvals } = ports;
  const items = [...differing(facts, request.truth)];
  if (isPractice) {
    await noteOf(ports, request, { step: 'practice', way: 'here', person: name.trim(), items });
    await approvals.settle(request.id, { name: 'practised' });
    return answerOf(items.length === 0 ? 'practice' : 'practice-differs');
  }
  const who = await whoIs(ports, request, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  const { person, isVerified, approver } = who;
  const by = { way: 'here', person, isVerified } as const;
  if (isSamePerson(person, request.operator)) {
    await noteOf(ports, request, { step: 'wrong', ...by });
    return answerOf('own');
  }
  if (items.length > 0) {
    await noteOf(ports, request, { step: 'differs', ...by, items });
    await approvals.settle(request.id, { name: 'differs', person });
    return answerOf('differs');
  }
  await noteOf(ports, request, { step: 'given', ...by });
  const isGiven = await approvals.settle(request.id, {
    name: 'given',
    person,
    isVerified,
    key: approver?.key ?? null,
  });
  return answerOf(isGiven ? 'given' : 'over');
}

/** For a request of another computer: makes the code that answers it. What is right there is not known here. */
async function tellCode(
  ports: GatePorts,
  { name, passphrase, isPractice }: Given,
  typed: string,
  facts: BlindFacts,
): Promise<ApprovalAnswer> {
  const read = readCode(typed, REQUEST_LETTERS);
  if (read.kind !== 'code') return answerOf(read.kind);
  const about = { attempt: null, account: accountOf(facts) };
  if (isPractice) {
    await noteApproval(ports, about, { step: 'practice', way: 'code', person: name.trim() });
    return answerOf('practice-told', { code: await answeringCode(hmacSha256, null, read.code, facts) });
  }
  const who = await whoIs(ports, about, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  if (who.approver === null) return answerOf('nobody');
  await noteApproval(ports, about, { step: 'told', way: 'code', person: who.person, isVerified: true });
  return answerOf('told', { code: await answeringCode(hmacSha256, who.approver, read.code, facts) });
}

async function sendBackHere(
  ports: GatePorts,
  { name, passphrase, reason }: SentBack,
  request: Approval,
): Promise<ApprovalAnswer> {
  const who = await whoIs(ports, request, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  const { person, isVerified } = who;
  await noteOf(ports, request, { step: 'sent-back', way: 'here', person, isVerified, reason });
  const isSettled = await ports.approvals.settle(request.id, { name: 'sent-back', person, reason });
  return answerOf(isSettled ? 'sent-back' : 'over');
}

/** The operator's computer learns nothing of it, and nothing is released there without a code: it is written down here. */
async function sendBackByPhone(
  ports: GatePorts,
  { name, passphrase, reason }: SentBack,
  typed: string,
): Promise<ApprovalAnswer> {
  const read = readCode(typed, REQUEST_LETTERS);
  if (read.kind !== 'code') return answerOf(read.kind);
  const about = { attempt: null, account: null };
  const who = await whoIs(ports, about, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  const { person, isVerified } = who;
  await noteApproval(ports, about, { step: 'sent-back', way: 'code', person, isVerified, reason });
  return answerOf('sent-back');
}

async function whoIs(
  ports: GatePorts,
  about: Pick<Approval, 'account'> & { readonly attempt: Approval['attempt'] | null },
  name: string,
  passphrase: string,
): Promise<Who> {
  const approvers = await registeredFor(ports, about.account);
  if (approvers === null) return { kind: 'known', person: name.trim(), isVerified: false, approver: null };
  if (approvers.length === 0) return { kind: 'refused', answer: answerOf('nobody') };
  const approver = await ports.door.try(tryOf(approvers, name), () =>
    approverBy(approvers, name, passphrase),
  );
  if ('name' in approver) return { kind: 'known', person: approver.name, isVerified: true, approver };
  const { isEarly, waitSeconds } = approver;
  if (!isEarly) await noteApproval(ports, about, { step: 'wrong', person: name.trim() });
  return { kind: 'refused', answer: answerOf(isEarly ? 'wait' : 'wrong', { waitSeconds }) };
}

async function waiting({ approvals }: GatePorts, id: Approval['id']): Promise<Approval | null> {
  return (await approvals.asked()).find((one) => one.id === id) ?? null;
}

function accountOf({ account }: BlindFacts): BasicId | null {
  const read = v.safeParse(basicIdSchema, account);
  return read.success ? read.output : null;
}
