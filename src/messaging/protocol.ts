/**
 * Every message between Matta's parts; those of gate and journal are in files beside. `page`: one of Matta's own pages.
 * `chat` and `manager`: a content script on that host of LINE's. Whoever is not listed beside a verb is refused.
 *
 * A request is `{ verb, payload }`; its answer is `{ ok: true, value }` or `{ ok: false, reason }`.
 * What goes the other way, to the content scripts of a tab, is in to-tab.ts.
 */
import * as v from 'valibot';
import { HEALTH_PROBLEMS, HEALTH_STATES } from '../domain/health.ts';
import { LANGUAGES } from '../domain/policy/languages.ts';
import { STORE_STATES, type StoreState } from '../domain/store-state.ts';
import { accountIdSchema, conversationIdSchema, messageIdSchema } from '../domain/unsend/identity.ts';
import { CORRECTION_LIMIT_MS } from '../domain/unsend/pc-clock.ts';
import {
  instantSchema as instant,
  seenMessageSchema,
  sendTimeSchema,
  storedMessageSchema,
} from '../domain/unsend/sent-message.ts';
import { apologyVerbs } from './apology-protocol.ts';
import { approvalVerbs } from './approval-protocol.ts';
import {
  DONE,
  doneSchema,
  observedTimesSchema,
  type PageSettings,
  pageSettingsSchema,
  RECORD_LIMIT,
} from './chat-answers.ts';
import { gateVerbs } from './gate-protocol.ts';
import { journalVerbs } from './journal-protocol.ts';
import { policyVerbs } from './policy-protocol.ts';
import { recordsVerbs } from './records-protocol.ts';

export type { SeenMessage, StoredMessage } from '../domain/unsend/sent-message.ts';
export type { PageSettings };
export { DONE, doneSchema, RECORD_LIMIT, seenMessageSchema, sendTimeSchema, storedMessageSchema };

const conversation = { account: accountIdSchema, conversation: conversationIdSchema };

/** Milliseconds to add to this computer's clock. */
export const clockCorrectionSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(CORRECTION_LIMIT_MS),
);

export const healthReportSchema = v.object({
  page: v.picklist(['chat', 'manager']),
  state: v.picklist(HEALTH_STATES),
  problems: v.pipe(v.array(v.picklist(HEALTH_PROBLEMS)), v.maxLength(HEALTH_PROBLEMS.length)),
  /** Which alternative of each anchor matched: anchor name to index, for the diagnostic report. */
  anchors: v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.integer())),
  /** What to add to this computer's clock, rounded up; null when it is wrong by more than can be corrected. */
  clockCorrectionMs: v.nullable(clockCorrectionSchema),
});
export type HealthReport = v.InferOutput<typeof healthReportSchema>;

export { STORE_STATES, type StoreState };

/** Request and answer of every verb, and who may use it. */
export const protocol = {
  /** Remember outgoing messages; the same message any number of times, from any number of tabs. */
  record: {
    from: ['chat'],
    request: v.object({
      ...conversation,
      messages: v.pipe(v.array(seenMessageSchema), v.minLength(1), v.maxLength(RECORD_LIMIT)),
    }),
    answer: v.object({ store: v.picklist(STORE_STATES) }),
  },
  /** A message was taken back. Unknown ids are ignored. */
  markUnsent: {
    from: ['chat'],
    request: v.object({ ...conversation, id: messageIdSchema, at: instant }),
    answer: doneSchema,
  },
  /**
   * The ids of a conversation contradict its clocks: everything recorded of it by id, and not unsent, is forgotten, for it
   * may be promised falsely. What can be read from clocks is recorded anew afterwards.
   */
  distrustIds: {
    from: ['chat'],
    request: v.object(conversation),
    answer: doneSchema,
  },
  /**
   * Send times that a content script has observed earlier, of the conversation in its address: no page shows them again. None
   * of any other conversation, as of one that the operator has left while the worker was being started.
   */
  observedTimes: {
    from: ['chat'],
    request: v.object(conversation),
    answer: observedTimesSchema,
  },
  /** What a content script works with, for the account in its address. */
  settings: {
    from: ['chat'],
    request: v.object({ account: accountIdSchema }),
    answer: pageSettingsSchema,
  },
  /** Matta's own texts in another language, for words to be sent to a customer. Only keys that start with `prefix`. */
  texts: {
    from: ['chat', 'manager'],
    request: v.object({ language: v.picklist(LANGUAGES), prefix: v.pipe(v.string(), v.maxLength(30)) }),
    answer: v.record(v.string(), v.string()),
  },
  /** How well the page is understood; the account's own name is kept for the popup's list. */
  reportHealth: {
    from: ['chat', 'manager'],
    request: v.object({
      report: healthReportSchema,
      account: v.nullable(v.object({ id: accountIdSchema, name: v.pipe(v.string(), v.maxLength(100)) })),
    }),
    answer: doneSchema,
  },
  /** The last health report of a tab, or null when no page of LINE's is open in it. */
  tabHealth: {
    from: ['page'],
    request: v.object({ tabId: v.pipe(v.number(), v.integer()) }),
    answer: v.nullable(healthReportSchema),
  },
  /**
   * Messages that are still surely unsendable, by deadline, the most urgent first; at most `limit`, of all accounts. None
   * while `clockWrong`: an open page of LINE's says that this computer's clock is wrong beyond correction.
   */
  unsendable: {
    from: ['page'],
    request: v.object({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)) }),
    answer: v.object({
      store: v.picklist(STORE_STATES),
      total: v.number(),
      messages: v.array(v.object({ message: storedMessageSchema, safeUntil: instant })),
      accountNames: v.record(v.string(), v.string()),
      clockWrong: v.boolean(),
      /** What to add to this computer's clock before comparing it with `safeUntil`. */
      clockCorrectionMs: clockCorrectionSchema,
    }),
  },
  ...gateVerbs,
  ...apologyVerbs,
  ...approvalVerbs,
  ...journalVerbs,
  ...policyVerbs,
  ...recordsVerbs,
} as const;

export type Protocol = typeof protocol;
export type Verb = keyof Protocol;
export type RequestOf<V extends Verb> = v.InferOutput<Protocol[V]['request']>;
export type AnswerOf<V extends Verb> = v.InferOutput<Protocol[V]['answer']>;
