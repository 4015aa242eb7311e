/** The least and the most that a field takes; the policy's schema has the same (tests/unit/pages/limits.test.ts). */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

export const WINDOW_MINUTES: Limits = { least: 1, most: 1440 };
export const MARGIN_SECONDS: Limits = { least: 0, most: 300 };
export const WARN_MINUTES: Limits = { least: 1, most: 59 };
export const RETENTION_DAYS: Limits = { least: 1, most: 365 };
export const LARGE_AUDIENCE: Limits = { least: 1, most: 100_000_000 };
export const COOL_DOWN_SECONDS: Limits = { least: 0, most: 60 };
export const CAUTION_WORDS = { mostWords: 200, mostLetters: 50 } as const;
