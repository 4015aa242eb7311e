/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Where the current time comes from. Nothing in `domain` reads the computer's clock itself. */
export interface Clock {
  now(): Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The start of the wall-clock minute that contains `at`; the same instant in every time zone in use today. */
export function startOfMinute(at: Instant): Instant {
  return Math.floor(at / MINUTE) * MINUTE;
}
