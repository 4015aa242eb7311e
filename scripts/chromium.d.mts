/** The Chromium to start: CHROMIUM_PATH alone when it is set, else the first of the usual places, else null. */
export function findChromium(): string | null;
