/**
 * The messages of the gate: a part of `protocol.ts`, which says how requests and answers look and who is
 * who. Requests carry the whole attempt, so that a worker that has just been started can answer them.
 */
import * as v from 'valibot';
import { basicIdSchema } from '../domain/broadcast/basic-id.ts';
import {
  attemptIdSchema,
  attemptSchema,
  broadcastSchema,
  pageFactsSchema,
} from '../domain/broadcast/broadcast.ts';
import {
  answerSchema,
  CHANGES,
  itemKeySchema,
  reasonSchema,
  sheetSchema,
} from '../domain/broadcast/checklist.ts';
import { nonceSchema } from '../domain/broadcast/nonce.ts';
import { passIdSchema } from '../domain/broadcast/pass-book.ts';
import { OUTCOMES, REFUSAL_REASONS } from '../domain/journal/entry.ts';
import { addedAnchorsSchema } from '../domain/line-anchors.ts';
import { MODES } from '../domain/policy/mode.ts';
import { DONE, doneSchema } from './chat-answers.ts';
import { wayOutVerbs } from './way-out-protocol.ts';

export { DONE, doneSchema };

const mode = v.picklist(MODES);

/** What a manager page works with. `texts` is null when the browser's own language is used. */
export const gateSettingsSchema = v.object({
  network: mode,
  lock: mode,
  button: mode,
  texts: v.nullable(v.record(v.string(), v.string())),
  /** Labels of buttons that were seen to send. */
  sendLabels: v.array(v.string()),
  /** Selectors that the policy adds to what is known of LINE's page. */
  anchors: v.exactOptional(addedAnchorsSchema),
});
export type GateSettings = v.InferOutput<typeof gateSettingsSchema>;

const label = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
/** More than any checklist asks: several layers may have questions of their own. */
const MOST_ANSWERS = 200;

const tookMs = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How the worker answered the wish to let a request go. `armed`: the browser lets it pass, once, for some seconds. */
export const releaseSchema = v.variant('result', [
  v.object({ result: v.literal('armed'), attempt: attemptIdSchema }),
  /** No pass, or one that has ended: the checklist has to be answered (again). */
  v.object({ result: v.literal('no-pass') }),
  /** There is a pass, for another broadcast than this. */
  v.object({ result: v.literal('changed'), changes: v.array(v.picklist(CHANGES)) }),
]);
export type Release = v.InferOutput<typeof releaseSchema>;

export const gateVerbs = {
  ...wayOutVerbs,
  /** The settings in force, and the account's name for later choices between accounts. */
  gateSettings: {
    from: ['manager'],
    request: v.object({
      account: v.nullable(basicIdSchema),
      name: v.nullable(v.pipe(v.string(), v.maxLength(100))),
    }),
    answer: gateSettingsSchema,
  },
  /** A broadcast wants to go: what has to be answered first. `changes`: against the pass that did not fit. */
  openAttempt: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema, changes: v.array(v.picklist(CHANGES)) }),
    answer: sheetSchema,
  },
  /** One answer. Wrong ones are written to the journal. */
  answerItem: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema, answer: answerSchema }),
    answer: v.object({ verdict: v.picklist(['right', 'wrong', 'incomplete']) }),
  },
  /** All answers. A pass, or what is still open. */
  completeAttempt: {
    from: ['manager'],
    request: v.object({
      attempt: attemptSchema,
      answers: v.pipe(v.array(answerSchema), v.maxLength(MOST_ANSWERS)),
      reasons: v.pipe(v.array(reasonSchema), v.maxLength(60)),
      tookMs,
    }),
    answer: v.object({
      pass: v.nullable(passIdSchema),
      open: v.object({ items: v.array(itemKeySchema), findings: v.array(v.string()) }),
    }),
  },
  /** Uses up a pass for the one held request that carries `nonce`. */
  releaseRequest: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema, pass: passIdSchema, nonce: nonceSchema }),
    answer: releaseSchema,
  },
  /** A held request asks whether a pass is waiting for it in this tab: after a press that was asked for once more. */
  redeemWaiting: {
    from: ['manager'],
    request: v.object({ broadcast: broadcastSchema, page: pageFactsSchema, nonce: nonceSchema }),
    answer: releaseSchema,
  },
  /** Lets the next commit request of this tab pass for some seconds: where no script of ours sees the request. */
  armNextPress: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema, pass: passIdSchema }),
    answer: v.object({ seconds: v.number() }),
  },
  /** A held broadcast was not released. */
  endAttempt: {
    from: ['manager'],
    request: v.object({
      id: attemptIdSchema,
      account: v.nullable(basicIdSchema),
      why: v.picklist(REFUSAL_REASONS),
    }),
    answer: doneSchema,
  },
  /**
   * A draft may pass the lock. `isStandby`: one that cannot wait for this, such as a beacon, may come within the next minute
   * and will carry this nonce.
   */
  armHarmless: {
    from: ['manager'],
    request: v.object({ nonce: nonceSchema, isStandby: v.boolean() }),
    answer: doneSchema,
  },
  /** A test send with this content was seen. */
  testSeen: {
    from: ['manager'],
    request: v.object({ broadcast: broadcastSchema }),
    answer: doneSchema,
  },
  /** A frame inside the page has refused a request: the checklist opens in the page itself. Only for frames. */
  askInPage: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema }),
    answer: doneSchema,
  },
  /** The button with this label was seen to send. */
  learnSendLabel: {
    from: ['manager'],
    request: v.object({ label }),
    answer: doneSchema,
  },
  /** A layer that only observes would have held this broadcast. */
  observed: {
    from: ['manager'],
    request: v.object({ attempt: attemptSchema, layer: v.picklist(['network', 'button']) }),
    answer: doneSchema,
  },
} as const;

/** Told to the top frame of a tab by the worker, about the gate. */
export const gateToTab = {
  /** A broadcast was stopped where no script of ours held it: the checklist shall open for it. */
  askFor: {
    message: v.strictObject({
      push: v.literal('ask-for'),
      attempt: attemptSchema,
      /** How long ago the broadcast was stopped, in milliseconds; null when that is not known. */
      ageMs: v.nullable(v.pipe(v.number(), v.minValue(0))),
    }),
    answer: v.undefined(),
  },
  /** What became of a broadcast that was let go. */
  outcome: {
    message: v.strictObject({
      push: v.literal('outcome'),
      attempt: attemptIdSchema,
      outcome: v.picklist(OUTCOMES),
      status: v.nullable(v.number()),
    }),
    answer: v.undefined(),
  },
  /** A broadcast went out that nothing had allowed, or that was not what had been allowed. */
  unconfirmed: {
    message: v.strictObject({ push: v.literal('unconfirmed') }),
    answer: v.undefined(),
  },
} as const;
