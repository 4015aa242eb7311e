import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BackgroundTexts } from '../../../src/background/texts.ts';
import { LANGUAGES, type Language } from '../../../src/domain/policy/policy.ts';
import { readCatalogue } from '../../../src/messaging/catalogue.ts';

function bench() {
  const read: Language[] = [];
  const texts = new BackgroundTexts({
    readCatalogue: async (language) => {
      read.push(language);
      return readCatalogue(JSON.parse(await readFile(`public/_locales/${language}/messages.json`, 'utf8')));
    },
    byBrowser: (key) => `browser: ${key}`,
  });
  return { texts, read };
}

describe('the texts', () => {
  it("are the browser's own while no language is chosen", async () => {
    const { texts, read } = bench();
    expect(await texts.chosen({ language: 'auto' })).toBeNull();
    expect((await texts.translate({ language: 'auto' }))('toolbarNone')).toBe('browser: toolbarNone');
    expect(read).toEqual([]);
  });

  it.each(LANGUAGES)('of %s are complete, with numbered places for values', async (language) => {
    const { texts } = bench();
    const chosen = await texts.chosen({ language });
    expect(chosen?.['toolbarCount']).toContain('$1');
    expect(chosen?.['toolbarCount']).not.toContain('$COUNT$');
    expect((await texts.translate({ language }))('toolbarCount', 12)).toContain('12');
  });

  it('are given by the beginning of their key', async () => {
    const toolbar = await bench().texts.startingWith('en', 'toolbar');
    expect(Object.keys(toolbar)).toContain('toolbarNone');
    expect(Object.keys(toolbar).every((key) => key.startsWith('toolbar'))).toBe(true);
  });

  it('are read once', async () => {
    const { texts, read } = bench();
    await Promise.all([texts.catalogue('th'), texts.catalogue('th')]);
    await texts.catalogue('th');
    expect(read).toEqual(['th']);
  });

  it('that could not be read are read again when they are next asked for', async () => {
    let attempts = 0;
    const texts = new BackgroundTexts({
      readCatalogue: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('not now');
        return readCatalogue({
          hello: { message: 'hello $NAME$', placeholders: { name: { content: '$1' } } },
        });
      },
      byBrowser: (key) => key,
    });
    await expect(texts.catalogue('en')).rejects.toThrow('not now');
    expect(await texts.catalogue('en')).toEqual({ hello: 'hello $1' });
  });
});
