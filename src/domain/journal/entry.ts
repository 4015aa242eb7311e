import * as v from 'valibot';
import { basicIdSchema } from '../broadcast/basic-id.ts';
import { ATTEMPT_SOURCES, attemptIdSchema } from '../broadcast/broadcast.ts';
import { CHANGES, itemKeySchema } from '../broadcast/checklist.ts';
import { instantSchema } from '../unsend/sent-message.ts';
import { approvalEventSchema } from './approval-event.ts';
import { entryClocksSchema } from './clocks.ts';
import { hex32Schema, namesSchema } from './entry-fields.ts';
import { passphraseEventSchema, policyEventSchema } from './policy-event.ts';

/** How a sending ended, as the browser saw it; `unknown`: no answer came. */
export const OUTCOMES = ['accepted', 'reserved', 'refused-by-server', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a held broadcast was not released. */
export const REFUSAL_REASONS = ['cancelled', 'stopped', 'left', 'failed'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shortText = v.pipe(v.string(), v.maxLength(200));

/**
 * What a broadcast was. `fingerprint`: where `keyed` is said the HMAC, by a key that does not leave the installation, of the SHA-256 of
 * all that a person answers for, and null where that key could not be had; in entries of before that SHA-256 itself. `excerpt`:
 * what was said, as far as the rules want it kept of one that is let go; without it not a word.
 */
export const broadcastCountsSchema = v.object({
  fingerprint: v.nullable(hex32Schema),
  keyed: v.exactOptional(v.literal(true)),
  audience: v.picklist(['all', 'narrowed', 'unclear']),
  people: v.nullable(count),
  /** Null: at once, or unclear. */
  scheduledAt: v.nullable(instantSchema),
  bubbles: count,
  letters: count,
  links: count,
  voom: v.nullable(v.boolean()),
  excerpt: v.exactOptional(v.pipe(v.string(), v.maxLength(6_000))),
});
export type BroadcastCounts = v.InferOutput<typeof broadcastCountsSchema>;

/**
 * What happened, by kind. No customer's name, and no message text unless the rules ask for it: fingerprints, counts, and what the
 * operator typed as a reason.
 */
export const eventSchema = v.variant('kind', [
  v.object({
    kind: v.literal('attempted'),
    source: v.picklist(ATTEMPT_SOURCES),
    recognised: v.boolean(),
    broadcast: broadcastCountsSchema,
  }),
  v.object({
    kind: v.literal('asked'),
    items: namesSchema,
    findings: namesSchema,
    changes: v.array(v.picklist(CHANGES)),
  }),
  /** `value`: the number that a supervisor's own question wants to be kept. */
  v.object({
    kind: v.literal('answered'),
    item: itemKeySchema,
    unverified: v.boolean(),
    value: v.exactOptional(shortText),
  }),
  /** A wrong answer, or a block that stopped the broadcast: what the checklist is there for. */
  v.object({ kind: v.literal('caught'), by: v.pipe(v.string(), v.maxLength(60)) }),
  v.object({
    kind: v.literal('released'),
    broadcast: broadcastCountsSchema,
    sketch: v.pipe(v.array(count), v.maxLength(64)),
    reasons: v.pipe(
      v.array(v.object({ check: v.pipe(v.string(), v.maxLength(60)), text: shortText })),
      v.maxLength(60),
    ),
    person: v.nullable(shortText),
    tookMs: count,
  }),
  v.object({ kind: v.literal('refused'), why: v.picklist(REFUSAL_REASONS) }),
  /** `person`: who took the way out, where the rules ask for a name. */
  v.object({
    kind: v.literal('overridden'),
    reason: shortText,
    person: v.exactOptional(shortText),
    broadcast: broadcastCountsSchema,
  }),
  v.object({ kind: v.literal('outcome'), outcome: v.picklist(OUTCOMES), status: v.nullable(count) }),
  /** The browser's lock stopped a request that no script of ours had seen. */
  v.object({ kind: v.literal('blocked'), requestType: v.pipe(v.string(), v.maxLength(30)) }),
  /** A request went out that nothing had allowed, or that was not what had been allowed. */
  v.object({
    kind: v.literal('unconfirmed'),
    why: v.picklist(['not-allowed', 'other-content', 'lock-off']),
    status: v.nullable(count),
  }),
  /** A layer in mode `observe` would have held this. */
  v.object({ kind: v.literal('observed'), layer: v.picklist(['network', 'lock', 'button']) }),
  policyEventSchema,
  passphraseEventSchema,
  approvalEventSchema,
  v.object({ kind: v.literal('unrecognised'), place: v.pipe(v.string(), v.maxLength(40)) }),
  /** Entries are missing, or the journal had to be started anew. */
  v.object({
    kind: v.literal('gap'),
    why: v.picklist(['tail-lost', 'started-anew']),
    expectedSeq: v.nullable(count),
    foundSeq: v.nullable(count),
  }),
  /**
   * The rule for how long entries are kept has had all up to `lastSeq` removed, as older than so many days. `lastHash` is what the
   * chain begins after now.
   */
  v.object({ kind: v.literal('pruned'), lastSeq: count, lastHash: hex32Schema, days: count }),
  /** The key that had signed so far is lost with what it lay in; this entry is the first that another one signs. */
  v.object({ kind: v.literal('rekey'), former: hex32Schema }),
  /** The computer's clock went on by so much more, or less, than time passed; a sleeping computer looks the same. */
  v.object({ kind: v.literal('clock-jump'), byMs: v.pipe(v.number(), v.integer()) }),
]);
export type JournalEvent = v.InferOutput<typeof eventSchema>;
export type JournalKind = JournalEvent['kind'];

/** An entry before it has its place in the chain. */
export const entryDraftSchema = v.object({
  at: instantSchema,
  attempt: v.nullable(attemptIdSchema),
  account: v.nullable(basicIdSchema),
  event: eventSchema,
  /** It waited where the journal protected nothing, because that could not be written: when it happened nobody but itself says. */
  late: v.exactOptional(v.literal(true)),
});
export type EntryDraft = v.InferOutput<typeof entryDraftSchema>;

const placed = {
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  prev: hex32Schema,
  /** Minutes by which local time was ahead of UTC. */
  offsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-1_000), v.maxValue(1_000)),
  extension: v.pipe(v.string(), v.maxLength(20)),
  ...entryDraftSchema.entries,
};

/** An entry as it was before entries were signed; those that were written then stay as they are. */
const unsignedEntrySchema = v.object({ v: v.literal(1), ...placed });
export type UnsignedEntry = v.InferOutput<typeof unsignedEntrySchema>;

/** `signer` is the public key that has signed the entry; null where the browser could not sign. */
const signedEntrySchema = v.object({
  v: v.literal(2),
  ...placed,
  clocks: entryClocksSchema,
  signer: v.nullable(hex32Schema),
});
export type SignedEntry = v.InferOutput<typeof signedEntrySchema>;

/**
 * One entry of the journal. What is hashed and kept is its exact text (see chain.ts); this is that text, read.
 * `seq` counts from 1 without gaps; `prev` is the hash of the entry before, 64 zeros for the first.
 */
export const entrySchema = v.variant('v', [unsignedEntrySchema, signedEntrySchema]);
export type Entry = v.InferOutput<typeof entrySchema>;

/** More letters than any entry can have, also where each of them has to be escaped. */
const LONGEST_ENTRY = 200_000;

/**
 * An entry as it is stored and exported: the exact text, its SHA-256 as 64 hex digits, and where it is signed the
 * Ed25519 signature over the 32 bytes of that hash as 128 hex digits.
 */
export const storedEntrySchema = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: v.pipe(v.string(), v.maxLength(LONGEST_ENTRY)),
  hash: hex32Schema,
  sig: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/))),
});
export type StoredEntry = v.InferOutput<typeof storedEntrySchema>;
