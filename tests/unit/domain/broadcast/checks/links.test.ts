import { describe, expect, it } from 'vitest';
import { linkDuplicate } from '../../../../../src/domain/broadcast/checks/link-duplicate.ts';
import { linkForeign } from '../../../../../src/domain/broadcast/checks/link-foreign.ts';
import { linkGlued } from '../../../../../src/domain/broadcast/checks/link-glued.ts';
import { linkInsecure } from '../../../../../src/domain/broadcast/checks/link-insecure.ts';
import { linkShortener } from '../../../../../src/domain/broadcast/checks/link-shortener.ts';
import { linkStaging } from '../../../../../src/domain/broadcast/checks/link-staging.ts';
import { linkSyntax } from '../../../../../src/domain/broadcast/checks/link-syntax.ts';
import { DEFAULT_GATE_POLICY } from '../../../../../src/domain/policy/gate-policy.ts';
import { findingsIn, linkingTo, outline, saying } from './check-bench.ts';

describe('link-syntax', () => {
  it.each([
    ['ご予約は ｈｔｔｐｓ：／／ｋｏｍｕｇｉ．ｊｐ', 'checkLinkFullWidth'],
    ['https://komugi．jp/menu', 'checkLinkFullWidth'],
    ['https://komugi.jp／menu', 'checkLinkFullWidth'],
    ['https://ｋｏｍｕｇｉ.jp/menu', 'checkLinkFullWidth'],
    ['https://komugi.jp/?a＝1', 'checkLinkFullWidth'],
    ['ｋｏｍｕｇｉ．ｊｐ で検索', 'checkLinkFullWidth'],
    ['https://komugi. jp/menu をご覧ください', 'checkLinkSpace'],
    ['詳しくは https:// komugi.jp/menu', 'checkLinkSpace'],
    ['https: //komugi.jp', 'checkLinkSpace'],
    ['ttps://komugi.jp/menu', 'checkLinkMisspelt'],
    ['htps://komugi.jp/menu', 'checkLinkMisspelt'],
    ['https:/komugi.jp/menu', 'checkLinkMisspelt'],
    ['https//komugi.jp/menu', 'checkLinkMisspelt'],
    ['https://https://komugi.jp/menu', 'checkLinkMisspelt'],
    ['詳細はこちら https://', 'checkLinkNoHost'],
    ['https:///komugi.jp', 'checkLinkMisspelt'],
    ['https://?a=1', 'checkLinkNoHost'],
    ['https://komugi/menu', 'checkLinkNoHost'],
  ])('objects to %j', (text, key) => {
    expect(findingsIn(linkSyntax, text)).toMatchObject([{ level: 'block', key }]);
  });

  it.each([
    'ご予約は https://komugi.jp/reserve?date=2026-12-01#form',
    '詳細はこちら→https://www.city.takamori.lg.jp/kouhou/（市ホームページ）',
    'komugi.jp で検索してください。',
    'https://日本語.jp/ を開設しました',
    'http:で始まるアドレスにご注意ください。',
    'https://shop.komugi.jp\n焼き菓子',
    'Wi-Fiあり／電源あり',
    'https://komugi.jp／電話 03-1234-5678',
    '公式サイト：https://komugi.jp（年中無休）',
  ])('leaves %j alone', (text) => {
    expect(outline(linkSyntax, text)).toEqual([]);
  });

  it.each(['https://', 'komugi', 'https://komugi .jp', 'ｈttps://komugi.jp'])(
    'objects to a picture that leads to %j',
    (target) => {
      expect(findingsIn(linkSyntax, linkingTo(target))).toMatchObject([
        { key: 'checkLinkTarget', values: [target], stretch: null },
      ]);
    },
  );

  it.each(['https://komugi.jp/', 'tel:0312345678', 'line://ti/p/@komugi'])(
    'leaves a picture that leads to %j alone',
    (target) => {
      expect(findingsIn(linkSyntax, linkingTo(target))).toEqual([]);
    },
  );
});

describe('link-glued', () => {
  it.each([
    ['詳細はhttps://komugi.jp/menuをご覧ください', 'をご覧ください'],
    ['https://komugi.jp/menu。', '。'],
    ['（https://komugi.jp/menu）', '）'],
    ['ดูที่https://komugi.jp/menuนะคะ', 'นะคะ'],
    ['https://komugi.jp/menu、毎日更新', '、毎日更新'],
    ['komugi.jpで検索', 'で検索'],
    ['(https://komugi.jp/menu).', ').'],
  ])('objects to %j', (text, glued) => {
    expect(findingsIn(linkGlued, text)).toMatchObject([
      { level: 'warn', values: [expect.stringContaining(glued), glued] },
    ]);
  });

  it.each([
    '詳細は\nhttps://komugi.jp/menu\nをご覧ください',
    '詳細はhttps://komugi.jp/menu',
    'https://komugi.jp/menu 毎日更新',
    'https://komugi.jp/menu　毎日更新',
    'https://komugi.jp/wiki/Bread_(food)',
  ])('leaves %j alone', (text) => {
    expect(outline(linkGlued, text)).toEqual([]);
  });
});

describe('link-staging', () => {
  it.each([
    'http://localhost:3000/sale',
    'http://192.168.0.10/menu',
    'https://staging.komugi.jp/',
    'https://stg.komugi.co.jp/sale',
    'https://shop-stg.komugi.jp/',
    'https://dev.komugi.jp/',
    'https://test2.komugi.jp/',
    'https://komugi.local/',
    'https://deploy-preview-12--komugi.netlify.app/',
    'https://komugi-git-sale-team.vercel.app/',
    'https://abc123.ngrok-free.app/',
    'https://komugi.jp:8443/',
    'https://komugi.jp/?p=12&preview=true',
    'https://komugi.jp/wp-admin/post.php',
    'https://manager.line.biz/account/@komugi',
    'https://[::1]/',
  ])('objects to %j in a text and behind a picture', (address) => {
    expect(outline(linkStaging, `詳細は ${address} へ`)).toEqual([`block ${address}`]);
    expect(outline(linkStaging, linkingTo(address))).toEqual([`block ${address}`]);
  });

  it.each([
    'https://komugi.jp/test',
    'https://test-center.jp/',
    'https://dev.to/komugi',
    'https://www.city.takamori.lg.jp/',
    'https://lin.ee/abc123',
    'https://latest.komugi.jp/',
    'https://komugi.jp:443/',
    'https://test.jp/',
    'https://page.line.me/komugi',
  ])('leaves %j alone', (address) => {
    expect(outline(linkStaging, linkingTo(address))).toEqual([]);
  });
});

describe('link-shortener', () => {
  it.each([
    'https://bit.ly/3abcde',
    'bit.ly/3abcde',
    'https://www.bit.ly/3abcde',
    'https://x.gd/Ab1',
    'http://tinyurl.com/komugi',
    'https://reurl.cc/abc',
  ])('objects to %j', (address) => {
    expect(outline(linkShortener, `クーポンは ${address} から`)).toEqual([`warn ${address}`]);
  });

  it.each([
    'https://lin.ee/abc123',
    'https://youtu.be/abc',
    'https://maps.app.goo.gl/abc',
    'https://komugi.jp/bit.ly',
  ])('leaves %j alone', (address) => {
    expect(outline(linkShortener, `クーポンは ${address} から`)).toEqual([]);
  });
});

describe('link-insecure', () => {
  it.each(['http://komugi.jp/', 'http://www.city.takamori.lg.jp/kouhou', 'HTTP://KOMUGI.JP'])(
    'objects to %j',
    (address) => {
      expect(outline(linkInsecure, `詳細は ${address}`)).toEqual([`warn ${address}`]);
    },
  );

  it.each(['https://komugi.jp/', 'komugi.jp', 'https://komugi.jp/?to=http://shop.jp'])(
    'leaves %j alone',
    (address) => {
      expect(outline(linkInsecure, `詳細は ${address}`)).toEqual([]);
    },
  );
});

describe('link-duplicate', () => {
  it('names an address that stands in several places once, with their number', () => {
    const twice = saying(
      'あんぱん https://komugi.jp/an\nカレーパン https://komugi.jp/an',
      '一覧 https://komugi.jp/an/',
    );
    expect(findingsIn(linkDuplicate, twice)).toMatchObject([
      { level: 'inform', values: ['https://komugi.jp/an', '3'], stretch: { bubble: 0 } },
    ]);
  });

  it.each([
    [['あんぱん https://komugi.jp/an', 'カレーパン https://komugi.jp/curry']],
    [['https://komugi.jp/']],
    [['https://komugi.jp/?a=1', 'https://komugi.jp/?a=2']],
  ])('leaves %j alone', (texts) => {
    expect(findingsIn(linkDuplicate, saying(...texts))).toEqual([]);
  });
});

describe('a link to another site', () => {
  const toSites = (ownLinkHosts: string[] | null, address: string) => {
    const policy = { ...DEFAULT_GATE_POLICY, ownLinkHosts };
    return outline(linkForeign, { ...saying(`詳しくは ${address} へ`), policy });
  };

  it.each([
    ['https://komugi.jp/menu', []],
    ['https://shop.komugi.jp/', []],
    ['https://KOMUGI.jp/', []],
    ['https://matsukomugi.jp/', ['warn https://matsukomugi.jp/']],
    ['https://komugi.jp.example.com/', ['warn https://komugi.jp.example.com/']],
    ['https://lin.ee/abc', ['warn https://lin.ee/abc']],
  ])('%s, where komugi.jp is one’s own', (address, expected) => {
    expect(toSites(['komugi.jp'], address)).toEqual(expected);
  });

  it('is any where no site is one’s own, and none where nobody has named them', () => {
    expect(toSites([], 'https://komugi.jp')).toEqual(['warn https://komugi.jp']);
    expect(toSites(null, 'https://komugi.jp')).toEqual([]);
  });

  it('may stand behind a picture', () => {
    const policy = { ...DEFAULT_GATE_POLICY, ownLinkHosts: ['komugi.jp'] };
    const found = outline(linkForeign, { ...linkingTo('https://a.jp', 'https://komugi.jp'), policy });
    expect(found).toEqual(['warn https://a.jp']);
  });
});
