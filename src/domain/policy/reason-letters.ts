/** Fewest letters of a typed reason, for a warning and for the way out. */
export const REASON_LETTERS = 8;
