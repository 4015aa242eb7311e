import * as v from 'valibot';
import { DAY, type Instant } from '../clock.ts';
import { whole } from './rule.ts';

/** Where an account's customers are, as LINE's limits differ. */
export const REGIONS = ['JP', 'TH', 'TW', 'OTHER'] as const;
export type Region = (typeof REGIONS)[number];

/**
 * How long an account's messages are taken to be unsendable.
 * `automatic`: by the rule table. `hour`: 60 minutes, settled. `day`: 24 hours, tried by somebody at `checkedAt`.
 * `custom`: that many minutes, settled.
 */
export const windowChoiceSchema = v.variant('mode', [
  v.object({ mode: v.literal('automatic') }),
  v.object({ mode: v.literal('hour') }),
  v.object({ mode: v.literal('day'), checkedAt: v.number() }),
  v.object({ mode: v.literal('custom'), minutes: whole(1, 1440) }),
]);
export type WindowChoice = v.InferOutput<typeof windowChoiceSchema>;

/** An answer "24 hours, I checked it" counts for this long; then Matta asks again. */
export const CONFIRMATION_LASTS_MS = 90 * DAY;

/**
 * True when the account's "24 hours, I checked it" is due for another check; also when the check lies in the future, where
 * a wrong clock has put it and where it would hold for ever.
 */
export function needsNewCheck(choice: WindowChoice, now: Instant): boolean {
  if (choice.mode !== 'day') return false;
  return choice.checkedAt > now || now - choice.checkedAt >= CONFIRMATION_LASTS_MS;
}
