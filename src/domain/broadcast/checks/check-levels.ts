import type { Level } from '../finding.ts';

/**
 * Every check's name and own level, in the order of checks.ts. A policy knows the checks by this list and not by their code, which
 * would then be part of every content script.
 */
export const CHECK_LEVELS = {
  'changed-after-approval': 'block',
  unreadable: 'warn',
  'leftover-placeholder': 'block',
  'test-mark': 'block',
  'empty-bubble': 'block',
  'too-short': 'warn',
  'over-long': 'block',
  'too-many-bubbles': 'block',
  'schedule-passed': 'block',
  'send-now-large': 'block',
  'schedule-soon': 'warn',
  'quiet-hours': 'warn',
  holiday: 'warn',
  'all-friends-unusual': 'warn',
  'unusual-people': 'warn',
  'people-unknown': 'inform',
  'near-duplicate': 'warn',
  'weekday-mismatch': 'warn',
  'past-date': 'warn',
  'deadline-before-delivery': 'warn',
  'amount-differs': 'warn',
  'other-account-name': 'warn',
  'caution-words': 'warn',
  'personal-data': 'warn',
  'link-syntax': 'block',
  'link-staging': 'block',
  'link-foreign': 'warn',
  'link-glued': 'warn',
  'link-insecure': 'warn',
  'link-shortener': 'warn',
  'link-duplicate': 'inform',
  'voom-on': 'warn',
  'ab-test': 'inform',
  'limit-set': 'inform',
} as const satisfies Readonly<Record<string, Level>>;
export type CheckName = keyof typeof CHECK_LEVELS;
