import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Policy } from '../domain/policy/policy.ts';
import type { Catalogue } from '../messaging/catalogue.ts';
import { type Translate, translateFrom } from '../platform/i18n.ts';

/** The texts of a page and the language they are in. */
export interface Texts {
  readonly t: Translate;
  /** BCP 47 tag, for `lang` attributes and dates. */
  readonly languageTag: string;
}

/** Where texts come from: the browser's own choice, and the catalogue of one language. */
export interface TextSources {
  readonly browser: Translate;
  readonly catalogue: (language: Language) => Promise<Catalogue>;
}

/** The texts in the language that the policy asks for. Rejects when its catalogue cannot be read. */
export async function loadTexts(language: Policy['language'], sources: TextSources): Promise<Texts> {
  if (language === 'auto') return textsOf(sources.browser);
  return textsOf(translateFrom(await sources.catalogue(language), sources.browser));
}

/** The texts themselves say which language they are in: the browser does not tell which catalogue it fell back to. */
export function textsOf(t: Translate): Texts {
  return { t, languageTag: t('commonLanguageTag') };
}

const TextsContext = createContext<Texts | null>(null);

/** Gives its children the texts that {@link useTexts} answers. */
export const TextsProvider = TextsContext.Provider;

/** The texts of the page. Throws {@link NoTexts} outside of a {@link TextsProvider}. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new NoTexts();
  return texts;
}

/** A component was put outside of the provider of texts: a defect of the page. */
export class NoTexts extends Error {
  override readonly name = 'NoTexts';
}
