import type { TranslatedText } from '../../domain/policy/custom-item.ts';
import type { Language } from '../../domain/policy/languages.ts';

/** A supervisor's text in the language of the page, else in Japanese, which there always is. */
export function textIn(text: TranslatedText, languageTag: string): string {
  return text[languageOf(languageTag)] ?? text.ja;
}

/** The language of a page, as texts are kept. */
export function languageOf(languageTag: string): Language {
  switch (languageTag) {
    case 'zh-TW':
      return 'zh_TW';
    case 'th':
    case 'en':
      return languageTag;
    default:
      return 'ja';
  }
}
