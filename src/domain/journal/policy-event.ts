import * as v from 'valibot';
import { basicIdSchema } from '../broadcast/basic-id.ts';
import { hex32Schema, namesSchema } from './entry-fields.ts';

/** So many changed rules are written down with their values; of more only the number. */
export const MOST_CHANGES = 30;
/** Most letters of a value in an entry, without the sign that something is left out. */
export const LONGEST_VALUE = 160;

/** A line for each part that differs; empty: a value that says nothing. Null: nothing was decided. */
const value = v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_VALUE + 20)));

/** One rule before and after, in words of no language (domain/policy/value-text.ts). */
export const ruleChangeSchema = v.object({
  rule: v.pipe(v.string(), v.maxLength(60)),
  /** Null: for all accounts. */
  account: v.nullable(basicIdSchema),
  before: value,
  after: value,
  /** It was and is a recommendation, which may be changed. */
  isDefault: v.exactOptional(v.literal(true)),
});
export type RuleChange = v.InferOutput<typeof ruleChangeSchema>;

/** What an entry says of changed values; entries from before values were written down have neither. */
export const ruleChangesFields = {
  changes: v.exactOptional(v.pipe(v.array(ruleChangeSchema), v.maxLength(MOST_CHANGES))),
  /** How many more there are. */
  more: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
} as const;

/**
 * The policy that an administrator brings to this computer, or a supervisor has signed, is another one, or the operator's own
 * settings are: the SHA-256 of what was given before and is now (null: nothing), the names that differ, and those of which the last
 * good value is kept because it is gone or damaged. Without `origin` it is an administrator's: no other were written when there
 * was none.
 */
export const policyEventSchema = v.object({
  kind: v.literal('policy'),
  origin: v.exactOptional(v.picklist(['signed', 'own'])),
  before: v.nullable(hex32Schema),
  after: v.nullable(hex32Schema),
  keys: namesSchema,
  kept: namesSchema,
  ...ruleChangesFields,
});
export type PolicyEvent = v.InferOutput<typeof policyEventSchema>;

/**
 * What happened to the passphrase before the settings. `opened`: somebody gave it; `wrong`: somebody gave another one.
 * `found-other`: it was removed, replaced or damaged where it is kept, and not through Matta.
 */
export const PASSPHRASE_STEPS = ['set', 'changed', 'removed', 'opened', 'wrong', 'found-other'] as const;
export type PassphraseStep = (typeof PASSPHRASE_STEPS)[number];

export const passphraseEventSchema = v.object({
  kind: v.literal('passphrase'),
  step: v.picklist(PASSPHRASE_STEPS),
});
