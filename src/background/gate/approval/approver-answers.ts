import { answeringCode, type SeenAnswer } from '../../../domain/broadcast/approval/answering-code.ts';
import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import { isSamePerson } from '../../../domain/broadcast/approval/approver.ts';
import {
  answeredFacts,
  differing,
  readAccount,
  withoutCustom,
} from '../../../domain/broadcast/approval/blind-facts.ts';
import { lookedFacts } from '../../../domain/broadcast/approval/looked.ts';
import { REQUEST_LETTERS, readCode } from '../../../domain/broadcast/approval/spoken-code.ts';
import { isName, isReason } from '../../../domain/broadcast/typed-letters.ts';
import type { ApprovalAnswer } from '../../../messaging/approval-protocol.ts';
import type { RequestOf } from '../../../messaging/protocol.ts';
import type { Handlers } from '../../../messaging/serve.ts';
import { hmacSha256 } from '../../../platform/mac.ts';
import type { GatePorts } from '../gate-ports.ts';
import { answerOf, noteApproval, noteOf, unseenUnless } from './approval-record.ts';
import { registeredFor } from './registered.ts';
import { contentOf } from './shown-look.ts';
import { whoIs } from './who-is.ts';

type Verbs = 'pendingApprovals' | 'giveApproval' | 'sendBackApproval';
type Given = RequestOf<'giveApproval'>;
type SentBack = RequestOf<'sendBackApproval'>;

/** What the approver's page asks. */
export function approverAnswers(ports: GatePorts): Pick<Handlers, Verbs> {
  return {
    pendingApprovals: async () => {
      const asked = await ports.approvals.asked();
      return Promise.all(asked.map(async (request) => pendingOf(ports, request)));
    },
    giveApproval: async (given) => {
      const answered = await answerIn(given);
      if (answered === null || !isName(given.name)) return answerOf('incomplete');
      if (given.request.way === 'code') return tellCode(ports, given, given.request.typed, answered);
      const request = await waiting(ports, given.request.id);
      // Something else was shown than what is about to be sent.
      const isOther = answered.content !== null && answered.content !== request?.content;
      return request === null || isOther ? answerOf('over') : giveHere(ports, given, request, answered);
    },
    sendBackApproval: async (sentBack) => {
      if (!isReason(sentBack.reason) || !isName(sentBack.name)) return answerOf('incomplete');
      if (sentBack.request.way === 'code') return sendBackByPhone(ports, sentBack, sentBack.request.typed);
      const request = await waiting(ports, sentBack.request.id);
      return request === null ? answerOf('over') : sendBackHere(ports, sentBack, request);
    },
  };
}

/** Null while something is missing. */
async function answerIn({ answers, looked = null }: Given): Promise<SeenAnswer | null> {
  const custom = looked === null ? [] : lookedFacts(looked);
  const facts = custom === null ? null : answeredFacts(answers, custom);
  return facts === null ? null : { facts, content: looked === null ? null : await contentOf(looked.look) };
}

async function pendingOf(ports: GatePorts, { id, operator, askedAt, account }: Approval) {
  return {
    id,
    operator,
    askedAt,
    needsPassphrase: (await registeredFor(ports, account)) !== null,
    look: ports.approvals.lookOf(id),
  };
}

async function giveHere(
  ports: GatePorts,
  { name, passphrase, isPractice }: Given,
  request: Approval,
  { facts, content }: SeenAnswer,
): Promise<ApprovalAnswer> {
  const { approvals } = ports;
  const isSeen = content !== null;
  const items = [...differing(facts, isSeen ? request.truth : withoutCustom(request.truth))];
  const way = { way: 'here', ...unseenUnless(isSeen) } as const;
  if (isPractice) {
    await noteOf(ports, request, { step: 'practice', person: name.trim(), items, ...way });
    await approvals.settle(request.id, { name: 'practised' });
    return answerOf(items.length === 0 ? 'practice' : 'practice-differs');
  }
  const who = await whoIs(ports, request, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  const { person, isVerified, approver } = who;
  const by = { person, isVerified, ...way };
  const refused = refusalOf(request, person, isSeen || items.length > 0);
  if (refused !== null) {
    await noteOf(ports, request, { step: 'wrong', ...by });
    return answerOf(refused);
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

/** Why somebody's answers do not count and end nothing either; null: they count. @param isWhole nothing was left out that was not shown */
function refusalOf({ operator, truth }: Approval, person: string, isWhole: boolean): 'own' | 'unseen' | null {
  if (isSamePerson(person, operator)) return 'own';
  return !isWhole && truth.custom.length > 0 ? 'unseen' : null;
}

/** For a request of another computer: makes the code that answers it. What is right there is not known here. */
async function tellCode(
  ports: GatePorts,
  { name, passphrase, isPractice }: Given,
  typed: string,
  answered: SeenAnswer,
): Promise<ApprovalAnswer> {
  const read = readCode(typed, REQUEST_LETTERS);
  if (read.kind !== 'code') return answerOf(read.kind);
  const { account } = answered.facts;
  const about = { attempt: null, account: account === null ? null : readAccount(account) };
  const way = { way: 'code', ...unseenUnless(answered.content !== null) } as const;
  if (isPractice) {
    await noteApproval(ports, about, { step: 'practice', person: name.trim(), ...way });
    return answerOf('practice-told', { code: await answeringCode(hmacSha256, null, read.code, answered) });
  }
  const who = await whoIs(ports, about, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  if (who.approver === null) return answerOf('nobody');
  await noteApproval(ports, about, { step: 'told', person: who.person, isVerified: true, ...way });
  return answerOf('told', { code: await answeringCode(hmacSha256, who.approver, read.code, answered) });
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
  { name, passphrase, reason, account = null }: SentBack,
  typed: string,
): Promise<ApprovalAnswer> {
  const read = readCode(typed, REQUEST_LETTERS);
  if (read.kind !== 'code') return answerOf(read.kind);
  const about = { attempt: null, account: account === null ? null : readAccount(account) };
  const who = await whoIs(ports, about, name, passphrase);
  if (who.kind === 'refused') return who.answer;
  const { person, isVerified } = who;
  await noteApproval(ports, about, { step: 'sent-back', way: 'code', person, isVerified, reason });
  return answerOf('sent-back');
}

async function waiting({ approvals }: GatePorts, id: Approval['id']): Promise<Approval | null> {
  return (await approvals.asked()).find((one) => one.id === id) ?? null;
}
