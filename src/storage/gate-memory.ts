import * as v from 'valibot';
import { type Approval, approvalSchema } from '../domain/broadcast/approval/approval.ts';
import { basicIdSchema } from '../domain/broadcast/basic-id.ts';
import { attemptIdSchema } from '../domain/broadcast/broadcast.ts';
import { nonceSchema } from '../domain/broadcast/nonce.ts';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import type { KeepingArea } from './kept-area.ts';
import { RecentList } from './recent-list.ts';
import type { StorageArea } from './storage-area.ts';

/** Why a request may pass the browser's lock. */
export const ALLOWED_KINDS = ['harmless', 'send', 'override'] as const;

const name = v.pipe(v.string(), v.maxLength(80));

/**
 * What was allowed to pass: the one request that carries `nonce`, or with null the tab's next request to LINE's broadcasts.
 * `key` is the name of the permission, which is given once.
 */
export const allowedSchema = v.object({
  key: name,
  tabId: v.pipe(v.number(), v.integer()),
  nonce: v.nullable(nonceSchema),
  kind: v.picklist(ALLOWED_KINDS),
  attempt: v.nullable(attemptIdSchema),
  account: v.nullable(basicIdSchema),
  endsAt: instantSchema,
});
export type Allowed = v.InferOutput<typeof allowedSchema>;

/** A broadcast on its way to LINE, until the browser tells how that ended. */
export const flightSchema = v.object({
  requestId: name,
  tabId: v.pipe(v.number(), v.integer()),
  requestType: v.pipe(v.string(), v.maxLength(30)),
  account: v.nullable(basicIdSchema),
  isScheduled: v.boolean(),
  /** Null: nothing had allowed it. */
  allowed: v.nullable(allowedSchema),
  /** It is not what had been allowed. */
  differs: v.boolean(),
  /** It says surely that it is a draft. */
  isDraft: v.boolean(),
  /** The lock stops it unless it is allowed. */
  isLocked: v.boolean(),
});
export type Flight = v.InferOutput<typeof flightSchema>;

/** A test that was seen: the SHA-256 of its content. */
const testSchema = v.object({ digest: v.pipe(v.string(), v.maxLength(64)), at: instantSchema });

/**
 * What the gate has to know after the worker was stopped and started again. No request is let go for what lies in the session's
 * storage, where anybody can write with the browser's own tools: it only tells what had been permitted before. What a second person
 * has approved lets a broadcast go, and so lies elsewhere.
 */
export interface GateMemory {
  readonly allowed: RecentList<Allowed>;
  readonly flights: RecentList<Flight>;
  readonly tests: RecentList<v.InferOutput<typeof testSchema>>;
  readonly approvals: RecentList<Approval>;
}

/**
 * @param area `storage.session`: nothing of it means anything after a restart of the browser
 * @param kept a database, in which nobody forges an approval or brings a used one back
 */
export function gateMemory(area: StorageArea, kept: KeepingArea): GateMemory {
  return {
    allowed: new RecentList({
      area,
      key: 'gate-allowed',
      schema: allowedSchema,
      nameOf: ({ key }) => key,
      limit: 50,
    }),
    flights: new RecentList({
      area,
      key: 'gate-flights',
      schema: flightSchema,
      nameOf: ({ requestId }) => requestId,
      limit: 50,
    }),
    tests: new RecentList({
      area,
      key: 'gate-tests',
      schema: testSchema,
      nameOf: ({ digest }) => digest,
      limit: 50,
    }),
    approvals: new RecentList({
      area: kept,
      key: 'gate-approvals',
      schema: approvalSchema,
      nameOf: ({ id }) => id,
      limit: 50,
    }),
  };
}
