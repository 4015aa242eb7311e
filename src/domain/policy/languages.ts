/** The languages that Matta speaks; Japanese is written first. */
export const LANGUAGES = ['ja', 'en', 'zh_TW', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];
