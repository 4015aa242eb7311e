/** How long a released broadcast can still be stopped, in seconds, where nobody has decided otherwise. */
export const STANDARD_COOL_DOWN_SECONDS = 5;
