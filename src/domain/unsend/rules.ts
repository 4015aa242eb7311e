import { DAY, type Instant } from '../clock.ts';
import type { Region } from '../policy/policy.ts';

/**
 * One period of LINE's limit in one region. `safeMinutes` is the shortest plausible limit, `maxMinutes` the longest;
 * they are equal where the limit is settled. `from`: first instant at which any account may have it (null: always).
 * `rolloutDone`: from when every account has it (null: not known to be finished).
 */
export interface UnsendRule {
  readonly region: Region;
  readonly from: Instant | null;
  readonly rolloutDone: Instant | null;
  readonly safeMinutes: number;
  readonly maxMinutes: number;
  readonly certainty: 'confirmed' | 'reported' | 'assumed';
  readonly checkedOn: string;
}

const CHECKED_ON = '2026-11-22';
const assumed = (region: Region, from: Instant | null): UnsendRule => ({
  region,
  from,
  rolloutDone: null,
  safeMinutes: 60,
  maxMinutes: 1440,
  certainty: 'assumed',
  checkedOn: CHECKED_ON,
});

/**
 * LINE cut the limit of its app from 24 hours to 1 hour in Japan (from 2025-11-07, in stages) and announced the same for
 * Thailand; no public text says whether chats of official accounts follow. So 60 minutes are safe and 24 hours are
 * possible everywhere: docs/decisions/0001-sixty-minutes.md. Four rows, so that one can change alone when it is known.
 */
export const UNSEND_RULES: readonly UnsendRule[] = [
  assumed('JP', Date.UTC(2025, 10, 6, 15)),
  assumed('TH', null),
  assumed('TW', null),
  assumed('OTHER', null),
];

/** After this long without a look at LINE's texts the table calls itself old. */
export const RULES_AGE_LIMIT_MS = 180 * DAY;
