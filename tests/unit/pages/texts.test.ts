import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/domain/policy/policy.ts';
import { readCatalogue } from '../../../src/messaging/catalogue.ts';
import { loadTexts, type TextSources } from '../../../src/pages/texts.ts';

const catalogueOf = (language: string) =>
  readCatalogue(JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')));

const sources: TextSources = {
  browser: (key) => (key === 'commonLanguageTag' ? 'en' : `browser:${key}`),
  catalogue: async (language) => catalogueOf(language),
};

describe('the texts of a page', () => {
  it('are the browser’s own while no language was chosen', async () => {
    const { t, languageTag } = await loadTexts('auto', sources);
    expect([t('optionsTitle'), languageTag]).toEqual(['browser:optionsTitle', 'en']);
  });

  it.each([
    { language: 'ja', tag: 'ja', text: 'あと5分' },
    { language: 'en', tag: 'en', text: '5 min left' },
    { language: 'zh_TW', tag: 'zh-TW', text: '剩 5 分' },
    { language: 'th', tag: 'th', text: 'เหลือ 5 นาที' },
  ] as const)('are in $language when that was chosen, and say so', async ({ language, tag, text }) => {
    const { t, languageTag } = await loadTexts(language, sources);
    expect([languageTag, t('popupLeftMinutes', 5)]).toEqual([tag, text]);
  });

  it.each(LANGUAGES)('fill in every value they are given, in %s', async (language) => {
    const { t } = await loadTexts(language, sources);
    const text = t('optionsNumberError', 1, 59, 10);
    expect(['1', '59', '10'].every((value) => text.includes(value))).toBe(true);
    expect(text).not.toContain('$');
  });

  it('are not silently those of another language when the catalogue is missing', async () => {
    const missing = { ...sources, catalogue: () => Promise.reject(new Error('missing')) };
    await expect(loadTexts('th', missing)).rejects.toThrow('missing');
  });
});
