import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { extractedValueSchema, foundLinkSchema } from '../../../../../src/domain/broadcast/checklist.ts';
import { extractValues } from '../../../../../src/domain/broadcast/text/extract-values.ts';
import { linksOf } from '../../../../../src/domain/broadcast/text/links-of.ts';
import { broadcastOf, textBubble } from '../../../../support/broadcasts.ts';

const NOW = Date.UTC(2026, 10, 23, 1, 0);
const saying = (...texts: readonly string[]) => broadcastOf({ bubbles: texts.map(textBubble) });

describe('extractValues', () => {
  it('finds dates, amounts and names in the order of the bubbles, with the words around them', () => {
    const values = extractValues(saying('渋谷店で12月1日(火)より', '全品20%OFF、先着30名様'), NOW);
    expect(values.map(({ id, kind, text }) => `${id} ${kind} ${text}`)).toEqual([
      'n0-0 name 渋谷店',
      'd0-4 date 12月1日(火)',
      'a1-2 amount 20%OFF',
      'a1-9 amount 先着30名様',
    ]);
    expect(values[1]).toMatchObject({ before: '渋谷店で', after: 'より' });
  });

  it('shows a date with its times as one value', () => {
    const values = extractValues(saying('12月1日(火) 10:00〜18:00 と 12/5〜12/6'), NOW);
    expect(values.map(({ text }) => text)).toEqual(['12月1日(火) 10:00〜18:00', '12/5〜12/6']);
  });

  it('shows the same words once, and no more than 40 values', () => {
    expect(extractValues(saying('180円 180円', '180円'), NOW)).toHaveLength(1);
    expect(extractValues(saying(Array.from({ length: 60 }, (_, n) => `${n}円`).join(' ')), NOW)).toHaveLength(
      40,
    );
  });

  it('fits what the checklist takes, each id its own, whatever the text', async () => {
    const piece = fc.constantFrom(
      '12月1日',
      '(火)',
      '〜',
      '1,980円',
      '20%',
      '佐藤様',
      '渋谷店',
      'https://a.jp',
      ' ',
      '\ud800',
    );
    await fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }), {
          maxLength: 3,
        }),
        fc.array(fc.string({ unit: 'binary', maxLength: 9 }), { maxLength: 3 }),
        (texts, links) => {
          const bubbles = texts.map((pieces) => ({ ...textBubble(pieces.join('')), links }));
          const values = extractValues(broadcastOf({ bubbles }), NOW);
          const found = linksOf(broadcastOf({ bubbles }));
          expect(values.every((value) => v.safeParse(extractedValueSchema, value).success)).toBe(true);
          expect(found.every((link) => v.safeParse(foundLinkSchema, link).success)).toBe(true);
          expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        },
      ),
    );
  }, 30_000);
});

describe('linksOf', () => {
  it('lists the links of texts and pictures, the same address once', () => {
    const picture = {
      ...textBubble(''),
      kind: 'image' as const,
      links: ['https://komugi.jp/a', 'https://komugi.jp/b', 'komugi'],
    };
    const bubbles = [textBubble('https://komugi.jp/a と komugi.jp/c'), picture];
    expect(linksOf(broadcastOf({ bubbles }))).toEqual([
      { id: 'l0-0', text: 'https://komugi.jp/a', url: 'https://komugi.jp/a' },
      { id: 'l0-22', text: 'komugi.jp/c', url: 'https://komugi.jp/c' },
      { id: 't1-1', text: 'https://komugi.jp/b', url: 'https://komugi.jp/b' },
      { id: 't1-2', text: 'komugi', url: null },
    ]);
  });

  it('leaves out what no browser opens', () => {
    const links = ['tel:0312345678', 'mailto:info@komugi.jp', 'line://ti/p/@komugi', 'javascript:alert(1)'];
    expect(linksOf(broadcastOf({ bubbles: [{ ...textBubble(''), links }] }))).toEqual([]);
  });

  it('cannot open an address in full-width letters', () => {
    expect(linksOf(saying('ｈｔｔｐｓ：／／ｋｏｍｕｇｉ．ｊｐ'))).toMatchObject([{ url: null }]);
  });
});
