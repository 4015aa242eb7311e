import type { Limits } from '../options/limits.ts';
import { COOL_DOWN_SECONDS, LARGE_AUDIENCE, MARGIN_SECONDS, RETENTION_DAYS } from '../options/limits.ts';

/** Rules whose value is one number. */
export type NumberKey =
  | 'largeAudience'
  | 'leadMinutes'
  | 'coolDownSeconds'
  | 'marginSeconds'
  | 'retentionDays'
  | 'journalRetentionDays';

/** The least and the most of each; the policy's schema has the same (tests/unit/pages/supervisor-rules.test.tsx). */
export const NUMBER_LIMITS: Readonly<Record<NumberKey, Limits>> = {
  largeAudience: LARGE_AUDIENCE,
  leadMinutes: { least: 0, most: 1_440 },
  coolDownSeconds: COOL_DOWN_SECONDS,
  marginSeconds: MARGIN_SECONDS,
  retentionDays: RETENTION_DAYS,
  journalRetentionDays: { least: 1, most: 3_650 },
};
