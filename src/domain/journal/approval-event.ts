import * as v from 'valibot';
import { APPROVAL_WAYS, reasonTextSchema } from '../broadcast/approval/approval.ts';
import { personSchema } from '../broadcast/approval/approver.ts';
import { itemKeySchema } from '../broadcast/checklist.ts';

/**
 * What happened to a wish for a second person's approval. `wrong`: a passphrase or a code was, or somebody wanted to approve the own
 * broadcast. `told`: on the approver's own computer, the answering code was shown to be read out. `practice`: released nothing.
 */
export const APPROVAL_STEPS = [
  'asked',
  'given',
  'differs',
  'sent-back',
  'wrong',
  'told',
  'practice',
] as const;
export type ApprovalStep = (typeof APPROVAL_STEPS)[number];

/** `operator` asked, `person` answered, both as they were typed; `items` are the questions that the two answered differently. */
export const approvalEventSchema = v.object({
  kind: v.literal('approval'),
  step: v.picklist(APPROVAL_STEPS),
  /** Null as long as it is not decided. */
  way: v.nullable(v.picklist(APPROVAL_WAYS)),
  operator: v.nullable(personSchema),
  person: v.nullable(personSchema),
  /** The person's passphrase was right. */
  isVerified: v.boolean(),
  items: v.pipe(v.array(itemKeySchema), v.maxLength(120)),
  /** Why it was sent back. */
  reason: v.nullable(reasonTextSchema),
  /** Whoever answered was not shown the messages by this page; without it they were, or it is an entry of before. */
  unseen: v.exactOptional(v.literal(true)),
});
export type ApprovalEvent = v.InferOutput<typeof approvalEventSchema>;
