import type { Language } from '../domain/policy/policy.ts';

/** The language of ours that a page's HTML language tag asks for; null where we have none for it. */
export function languageOfPage(tag: string): Language | null {
  if (/^zh/i.test(tag)) return 'zh_TW';
  const [language = ''] = tag.toLowerCase().split('-');
  return language === 'ja' || language === 'en' || language === 'th' ? language : null;
}
