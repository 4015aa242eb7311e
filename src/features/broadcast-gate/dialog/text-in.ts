import type { TranslatedText } from '../../../domain/policy/custom-item.ts';
import type { Language } from '../../../domain/policy/languages.ts';

const BY_TAG: Readonly<Record<string, Language>> = { en: 'en', 'zh-TW': 'zh_TW', th: 'th' };

/**
 * A supervisor's text in the language of the dialog. Where nobody has written it: in English for whoever does not read Japanese,
 * and else in Japanese, which is always there.
 */
export function textIn(text: TranslatedText, languageTag: string): string {
  const language = Object.hasOwn(BY_TAG, languageTag) ? BY_TAG[languageTag] : undefined;
  return language === undefined ? text.ja : (text[language] ?? text.en ?? text.ja);
}
