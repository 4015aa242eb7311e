/** What the way out asks for, the laxest first; `never`: there is none. */
export const OVERRIDES = ['reason', 'reason-and-name', 'never'] as const;
export type OverrideRule = (typeof OVERRIDES)[number];
