import { part } from './part.ts';

/** The account's own name as the page's header shows it; null where it was not found. */
export function readAccountName(document: Document): string | null {
  const text = part(document.documentElement, 'accountName')?.textContent ?? '';
  // LINE may write the account's id beside its name.
  return text.replace(/@[\w.-]+\s*$/, '').trim() || null;
}
