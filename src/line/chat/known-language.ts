/** Empty: the page does not say its own. */
const KNOWN = /^(?:ja|en|zh|th)\b|^$/i;

/** True where the page speaks a language in which LINE's own words are known: names above runs, remarks beside messages. */
export function isLanguageKnown(document: Document): boolean {
  return KNOWN.test(document.documentElement.lang);
}
