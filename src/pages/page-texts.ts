import * as v from 'valibot';
import type { Policy } from '../domain/policy/policy.ts';
import { browser } from '../platform/browser.ts';
import { translateByBrowser } from '../platform/i18n.ts';
import { loadTexts, type TextSources, type Texts } from './texts.ts';

const catalogueSchema = v.record(
  v.string(),
  v.object({
    message: v.string(),
    placeholders: v.exactOptional(v.record(v.string(), v.object({ content: v.string() }))),
  }),
);

const sources: TextSources = {
  browser: translateByBrowser((key, values) => browser.i18n.getMessage(key, values)),
  catalogue: async (language) => {
    const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
    return v.parse(catalogueSchema, await file.json());
  },
};

/** The texts for a page in the language of the policy; tells the document which language it is in. */
export async function pageTexts(language: Policy['language'], root: HTMLElement): Promise<Texts> {
  const texts = await loadTexts(language, sources);
  root.lang = texts.languageTag;
  return texts;
}
