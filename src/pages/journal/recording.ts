import type { EffectivePolicy } from '../../domain/policy/effective-policy.ts';
import { EXCERPTS, type Excerpt } from '../../domain/policy/excerpts.ts';

/** What the rules have the journal keep, and for how many days. */
export interface Recording {
  readonly excerpt: Excerpt;
  readonly days: number;
}

/** Where accounts differ, the most that is kept of any: nobody shall be told less than what is recorded. */
export function recordingOf({ rules, accounts }: EffectivePolicy): Recording {
  const kept = [rules, ...Object.values(accounts)].map(({ journalExcerpt }) => journalExcerpt.value);
  return {
    excerpt: EXCERPTS.findLast((excerpt) => kept.includes(excerpt)) ?? 'full',
    days: rules.journalRetentionDays.value,
  };
}
