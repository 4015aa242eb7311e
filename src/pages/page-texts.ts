import type { Policy } from '../domain/policy/policy.ts';
import { fetchCatalogue } from '../messaging/catalogue.ts';
import { browser } from '../platform/browser.ts';
import { translateByBrowser } from '../platform/i18n.ts';
import { loadTexts, type TextSources, type Texts } from './texts.ts';

const sources: TextSources = {
  browser: translateByBrowser((key, values) => browser.i18n.getMessage(key, values)),
  catalogue: (language) => fetchCatalogue(language, browser.runtime),
};

/** The texts for a page in the language of the policy; tells the document which language it is in. */
export async function pageTexts(language: Policy['language'], root: HTMLElement): Promise<Texts> {
  const texts = await loadTexts(language, sources);
  root.lang = texts.languageTag;
  return texts;
}
