/** The messages about a second person's approval: a part of `protocol.ts`. */
import * as v from 'valibot';
import { approvalIdSchema, reasonTextSchema } from '../domain/broadcast/approval/approval.ts';
import { personSchema } from '../domain/broadcast/approval/approver.ts';
import { blindAnswersSchema } from '../domain/broadcast/approval/blind-facts.ts';
import { lookSchema } from '../domain/broadcast/approval/look.ts';
import { customAnswersSchema, lookedSchema } from '../domain/broadcast/approval/looked.ts';
import { spokenCodeSchema } from '../domain/broadcast/approval/spoken-code.ts';
import { attemptSchema } from '../domain/broadcast/broadcast.ts';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import { doneSchema } from './gate-protocol.ts';

/** How far the approval of a broadcast is, as its checklist shows it. Nobody's answers are in it. */
export const approvalStateSchema = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({
    kind: v.literal('asked'),
    id: approvalIdSchema,
    /** Null where nobody is registered who could answer it from another computer. */
    code: v.nullable(spokenCodeSchema),
    endsAt: instantSchema,
  }),
  v.object({ kind: v.literal('given'), person: personSchema, isVerified: v.boolean() }),
  v.object({ kind: v.literal('differs'), person: personSchema }),
  v.object({ kind: v.literal('practised') }),
  v.object({ kind: v.literal('sent-back'), person: personSchema, reason: reasonTextSchema }),
]);
export type ApprovalState = v.InferOutput<typeof approvalStateSchema>;

/**
 * What came of an answer. `wrong`: name, passphrase or code; nobody is told which. `nobody`: nobody may approve. `told`: a code to
 * be read out was made. `unseen`: the answers are right as far as they go, but there is more to answer, which was not shown. Of
 * practice nothing follows.
 */
export const APPROVAL_RESULTS = [
  'given',
  'told',
  'differs',
  'unseen',
  'own',
  'sent-back',
  'practice',
  'practice-differs',
  'practice-told',
  'misread',
  'incomplete',
  'wrong',
  'wait',
  'over',
  'nobody',
] as const;
export type ApprovalResult = (typeof APPROVAL_RESULTS)[number];

export const approvalAnswerSchema = v.object({
  result: v.picklist(APPROVAL_RESULTS),
  /** How long no further try is looked at. */
  waitSeconds: v.number(),
  /** To be read out. */
  code: v.nullable(spokenCodeSchema),
});
export type ApprovalAnswer = v.InferOutput<typeof approvalAnswerSchema>;

const typedCode = v.pipe(v.string(), v.maxLength(60));

/** Who answers, and for which request: one of this computer's, or one that was read out. */
const approverFields = {
  name: v.pipe(v.string(), v.maxLength(60)),
  passphrase: v.pipe(v.string(), v.maxLength(200)),
  request: v.variant('way', [
    v.object({ way: v.literal('here'), id: approvalIdSchema }),
    v.object({ way: v.literal('code'), typed: typedCode }),
  ]),
};

/** A request as an approver sees it at this computer: everything but what has to be looked up. */
const pendingSchema = v.object({
  id: approvalIdSchema,
  operator: personSchema,
  askedAt: instantSchema,
  needsPassphrase: v.boolean(),
  /** What is shown of it; null while no page shows the checklist. */
  look: v.nullable(lookSchema),
});
export type PendingApproval = v.InferOutput<typeof pendingSchema>;

/** Which broadcast, and what the operator has answered to the supervisor's own questions about it. */
const aboutFields = { attempt: attemptSchema, answers: v.exactOptional(customAnswersSchema) };

export const approvalVerbs = {
  /** An operator asks for approval of exactly this broadcast. */
  askApproval: {
    from: ['manager'],
    request: v.object({ ...aboutFields, operator: v.pipe(v.string(), v.maxLength(60)) }),
    answer: approvalStateSchema,
  },
  approvalState: {
    from: ['manager'],
    request: v.object(aboutFields),
    answer: approvalStateSchema,
  },
  /** The line that shows an approver at another computer what is about to be sent; null where it cannot be made. */
  approvalBrief: {
    from: ['manager'],
    request: v.object(aboutFields),
    answer: v.object({ line: v.nullable(v.string()) }),
  },
  /** The code that an approver at another computer has read out. */
  enterApprovalCode: {
    from: ['manager'],
    request: v.object({ ...aboutFields, typed: typedCode }),
    answer: approvalAnswerSchema,
  },
  /** Opens the approver's page at this computer. */
  openApprovalPage: { from: ['manager'], request: v.object({}), answer: doneSchema },
  /** The requests of this computer that wait for an answer, the newest first. */
  pendingApprovals: { from: ['page'], request: v.object({}), answer: v.array(pendingSchema) },
  /** An approver's answers. They are compared here and nowhere else. */
  giveApproval: {
    from: ['page'],
    request: v.object({
      ...approverFields,
      answers: blindAnswersSchema,
      /** What the page has shown, and what was answered about it; null where it could show nothing. */
      looked: v.exactOptional(v.nullable(lookedSchema)),
      isPractice: v.boolean(),
    }),
    answer: approvalAnswerSchema,
  },
  sendBackApproval: {
    from: ['page'],
    request: v.object({
      ...approverFields,
      reason: reasonTextSchema,
      /** Where the broadcast is from, as it was typed: whoever may approve for that account alone can send back too. */
      account: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(60)))),
    }),
    answer: approvalAnswerSchema,
  },
} as const;
