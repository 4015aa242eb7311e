import * as v from 'valibot';
import { type Instant, MINUTE, SECOND } from '../../clock.ts';
import { instantSchema } from '../../unsend/sent-message.ts';
import { basicIdSchema } from '../basic-id.ts';
import { attemptIdSchema } from '../broadcast.ts';
import { type Approver, approverKeySchema, approverNamed, personSchema } from './approver.ts';
import { blindFactsSchema } from './blind-facts.ts';
import { spokenCodeSchema } from './spoken-code.ts';

/**
 * How long a request can be answered and its approval used, from the asking on. A colleague is called, looks and answers within
 * minutes; after half an hour nobody has in mind any more what was looked at.
 */
export const APPROVAL_LIFE_MS = 30 * MINUTE;

export const approvalIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('ApprovalId'));
export type ApprovalId = v.InferOutput<typeof approvalIdSchema>;

/** By which way somebody approves: at this computer, or by a code from another one. */
export const APPROVAL_WAYS = ['here', 'code'] as const;
export type ApprovalWay = (typeof APPROVAL_WAYS)[number];

export const reasonTextSchema = v.pipe(v.string(), v.maxLength(200));

/** How far a request has come. What is neither `asked` nor `given` is over. */
const stageSchema = v.variant('name', [
  v.object({ name: v.literal('asked') }),
  /** `isVerified`: the passphrase was right; otherwise nobody is registered and the name is all there is. */
  v.object({
    name: v.literal('given'),
    person: personSchema,
    isVerified: v.boolean(),
    /** Of the approver by whom it was verified: the rules of then may not be those by which the broadcast is let go. */
    key: v.nullable(approverKeySchema),
  }),
  /** `by`: the request or press that has used it; the same one may ask again. */
  v.object({
    name: v.literal('used'),
    person: personSchema,
    by: v.pipe(v.string(), v.maxLength(80)),
  }),
  v.object({ name: v.literal('differs'), person: personSchema }),
  /** Somebody has practised on it: whoever did knows by now what fits. */
  v.object({ name: v.literal('practised') }),
  v.object({ name: v.literal('sent-back'), person: personSchema, reason: reasonTextSchema }),
]);
export type ApprovalStage = v.InferOutput<typeof stageSchema>;

/** A wish for approval of one broadcast, and what came of it. Not a word of the broadcast. */
export const approvalSchema = v.object({
  id: approvalIdSchema,
  attempt: attemptIdSchema,
  account: v.nullable(basicIdSchema),
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** What a blind answer is compared with. */
  truth: blindFactsSchema,
  /** The SHA-256 of what an approver is shown. */
  content: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Who wants to send: nobody of that name can approve. */
  operator: personSchema,
  /** To be read out over the telephone; null where nobody is registered who could answer it. */
  code: v.nullable(spokenCodeSchema),
  askedAt: instantSchema,
  stage: stageSchema,
});
export type Approval = v.InferOutput<typeof approvalSchema>;

export type GivenApproval = Approval & { readonly stage: Extract<ApprovalStage, { readonly name: 'given' }> };

/** True when nothing can be done with a request any more. A clock that was set back before the asking counts as over. */
export function isApprovalOver({ askedAt }: Pick<Approval, 'askedAt'>, now: Instant): boolean {
  return now < askedAt || now >= askedAt + APPROVAL_LIFE_MS;
}

/**
 * Whether an approval counts by the rules of now: where approvers are registered, it has to be one of them who gave it, with the
 * passphrase that is registered now. @param approvers null: nobody is registered
 */
export function countsBy(approvers: readonly Approver[] | null, stage: GivenApproval['stage']): boolean {
  if (approvers === null) return true;
  return stage.key !== null && approverNamed(approvers, stage.person)?.key === stage.key;
}

/** The approval that holds for exactly this broadcast now; null when there is none. */
export function approvalFor(
  approvals: readonly Approval[],
  fingerprint: string,
  now: Instant,
): GivenApproval | null {
  return (
    approvals
      .filter(isGiven)
      .findLast((one) => one.fingerprint === fingerprint && !isApprovalOver(one, now)) ?? null
  );
}

/** The newest request for a broadcast that is not over; null when it was not asked for, or has to be asked for again. */
export function openRequestFor(
  approvals: readonly Approval[],
  fingerprint: string,
  now: Instant,
): Approval | null {
  return approvals.findLast((one) => one.fingerprint === fingerprint && !isApprovalOver(one, now)) ?? null;
}

/** So many mistakes are free; then each costs twice as much as the one before, up to a quarter of an hour. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 15 * SECOND;
const LONGEST_WAIT_MS = 15 * MINUTE;

/** How long after the last of `count` mistakes the next try has to wait, in milliseconds. */
export function waitOf(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES), LONGEST_WAIT_MS);
}

function isGiven(approval: Approval): approval is GivenApproval {
  return approval.stage.name === 'given';
}
