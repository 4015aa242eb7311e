import type { Region } from './window-choice.ts';

/** Apart from the table of rules, because every chat page has them, and the table is long: decision 3. */
interface UnsendStandards {
  readonly region: Region;
  /** Pointer, menu, confirmation, network and small clock errors: evidence in line-pages.md, "The exact boundary". */
  readonly marginSeconds: number;
  readonly warn: { readonly warnMinutes: number; readonly urgentMinutes: number };
}

/** What the badge goes by as long as nobody has decided otherwise. */
export const UNSEND_STANDARDS: UnsendStandards = {
  region: 'JP',
  marginSeconds: 60,
  warn: { warnMinutes: 10, urgentMinutes: 5 },
};
