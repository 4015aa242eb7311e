import { managerAnchors } from './anchors.ts';

/** No account has a longer name; whatever is longer is more than the name. */
const LONGEST_NAME = 100;

/** The account's name as the page's header shows it; null where it was not found. */
export function readAccountName(document: Document): string | null {
  for (const selector of managerAnchors.alternatives('accountName')) {
    const text = document.querySelector(selector)?.textContent ?? '';
    // LINE may write the account's id beside its name.
    const name = text
      .replaceAll(/\s+/g, ' ')
      .replace(/\(?@[\w.-]+\)?\s*$/, '')
      .trim();
    if (name !== '' && name.length <= LONGEST_NAME) return name;
  }
  return null;
}
