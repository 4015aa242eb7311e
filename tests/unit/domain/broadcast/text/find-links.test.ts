import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../../src/domain/broadcast/text/address.ts';
import { findLinks } from '../../../../../src/domain/broadcast/text/find-links.ts';

const outline = (text: string) => findLinks(text).map(({ text, address }) => [text, address?.url ?? null]);
const A = 'https://komugi.jp/a';

describe('findLinks', () => {
  it.each([
    [`詳細は${A}をご覧ください`, A],
    [`ดูที่${A}นะคะ`, A],
    [`${A}。`, A],
    [`${A}.`, A],
    [`（${A}）`, A],
    [`(${A})`, A],
    [`「${A}」から`, A],
    [`${A}、`, A],
    [`${A}?b=1&c=2#d`, `${A}?b=1&c=2#d`],
    ['https://ja.komugi.jp/wiki/Bread_(food)', 'https://ja.komugi.jp/wiki/Bread_(food)'],
    ['HTTPS://KOMUGI.JP', 'HTTPS://KOMUGI.JP'],
    ['https://日本語.jp/a', 'https://日本語.jp/a'],
    ['https://komugi.jp:8443/a', 'https://komugi.jp:8443/a'],
  ])('reads %j', (text, url) => {
    expect(outline(text)).toEqual([[url, url]]);
  });

  it.each([
    ['詳細はkomugi.jpへ', 'komugi.jp'],
    ['URL：www.komugi.co.jp/a', 'www.komugi.co.jp/a'],
    ['lin.ee/abc123。', 'lin.ee/abc123'],
  ])('reads %j without a scheme', (text, link) => {
    expect(outline(text)).toEqual([[link, `https://${link}`]]);
  });

  it.each([
    ['ｈｔｔｐｓ：／／ｋｏｍｕｇｉ．ｊｐ', 'ｈｔｔｐｓ：／／ｋｏｍｕｇｉ．ｊｐ'],
    ['https://', 'https://'],
  ])('finds %j, which no browser would take', (text, link) => {
    expect(outline(text)).toEqual([[link, null]]);
  });

  it.each([
    'info@komugi.jp',
    'menu.pdf',
    '1.5倍',
    'line://ti/p/@komugi',
    'tel:0312345678',
    'ver.2.0',
    'komugi.jpeg',
  ])('sees none in %j', (text) => {
    expect(outline(text)).toEqual([]);
  });

  it('says where each stands, behind full-width letters too', () => {
    const text = '（１）https://komugi.jp/a （２）https://komugi.jp/b';
    for (const { start, end, text: words } of findLinks(text)) expect(text.slice(start, end)).toBe(words);
    expect(findLinks(text)).toHaveLength(2);
  });
});

describe('readAddress', () => {
  it.each([
    [
      'https://Shop.Komugi.jp:8443/a?b#c',
      { host: 'shop.komugi.jp', port: '8443', rest: '/a?b#c', isSecure: true },
    ],
    ['http://komugi.jp', { host: 'komugi.jp', port: null, rest: '', isSecure: false }],
    ['https://user:secret@komugi.jp/', { host: 'komugi.jp' }],
    ['https://[::1]:80/', { host: '[::1]', port: '80' }],
  ])('takes %j apart', (text, parts) => {
    expect(readAddress(text)).toMatchObject(parts);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://komugi.jp',
    'https://',
    'https:///a',
    'https://a b.jp',
    ' https://komugi.jp',
    'komugi.jp',
    'https://ｋｏｍｕｇｉ.jp',
    'https://komugi..jp',
    `https://komugi.jp/${'a'.repeat(2_000)}`,
    '',
  ])('refuses %j', (text) => {
    expect(readAddress(text)).toBeNull();
  });
});
