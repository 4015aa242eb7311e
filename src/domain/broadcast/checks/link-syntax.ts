import type { Check, Found } from '../finding.ts';
import { readAddress } from '../text/address.ts';
import { findLinks } from '../text/find-links.ts';
import { isOtherScheme } from '../text/links-of.ts';
import { spanOf, withoutOverlaps } from '../text/span.ts';
import { foundAt, type Passage, shown, spansIn, textsOf } from './passages.ts';

/** An address that is no link on the phone: full-width letters, a space inside, no host, a misspelt beginning. */
export const linkSyntax: Check = {
  name: 'link-syntax',
  level: 'block',
  find: ({ broadcast }) => [
    ...textsOf(broadcast).flatMap(brokenIn),
    ...broadcast.bubbles.flatMap(({ links }) => links.flatMap(brokenTarget)),
  ],
};

const MISSPELT: readonly RegExp[] = [
  // ttps://, htps://, hhttps://, https//, https;//, https:/one-slash, https:///three
  /(?<![A-Za-z])(?:ttps?|htps?|htt?s|hhttps?|httpss|htttps?|httpps|hxxps?):\/\/[^\s]{0,60}/gi,
  /(?<![A-Za-z])https?(?::|;|)\/(?:\/\/)?(?!\/)[A-Za-z0-9][^\s]{0,60}/gi,
  /(?<![A-Za-z])https?;\/\/[^\s]{0,60}/gi,
  /(?<![A-Za-z])https?\/\/[^\s]{0,60}/gi,
  /(?<![A-Za-z])https?:\/\/https?:?\/\/[^\s]{0,60}/gi,
];

/** `https:// shop`, `https: //shop`, `https://shop. jp`, `https://www .shop.jp`. */
const SPACED =
  /(?<![A-Za-z])https?(?:\s{1,3}:\s{0,3}\/\/|:\s{1,3}\/\/|:\/\s{1,3}\/|:\/\/\s{1,3}(?=[A-Za-z0-9-]{1,63}\.[A-Za-z]))[^\s]{0,60}|(?<![A-Za-z])https?:\/\/(?:[A-Za-z0-9-]{1,63}\.){1,4}[^\S\n]{1,3}(?:com|co|jp|net|org)(?![A-Za-z0-9])|(?<![A-Za-z])https?:\/\/[A-Za-z0-9-]{1,63}[^\S\n]{1,3}\.[A-Za-z]{2,10}/gi;

function brokenIn(passage: Passage): readonly Found[] {
  const spaced = spansIn(passage, SPACED).map((span) => ({ ...span, key: 'checkLinkSpace' }));
  const misspelt = MISSPELT.flatMap((pattern) => spansIn(passage, pattern)).map((span) => ({
    ...span,
    key: 'checkLinkMisspelt',
  }));
  return withoutOverlaps([...spaced, ...misspelt, ...unreadableIn(passage)]).map(({ key, ...span }) =>
    foundAt(passage, span, key),
  );
}

function unreadableIn({ text }: Passage) {
  return findLinks(text).flatMap((link) => {
    if (hasWideLetters(link.text)) return [{ ...link, key: 'checkLinkFullWidth' }];
    const [wide = ''] = WIDE_BEHIND.exec(text.slice(link.end, link.end + 60)) ?? [];
    if (wide !== '')
      return [{ ...spanOf(text, link.start, link.end + wide.length), key: 'checkLinkFullWidth' }];
    const leads = link.address !== null && hasEnding(link.address.host);
    return leads ? [] : [{ ...link, key: 'checkLinkNoHost' }];
  });
}

/** Where an address goes on in full-width letters: `．jp`, `／menu`, `＝１`. Not a bracket or a separator before Japanese words. */
const WIDE_BEHIND =
  /^(?:[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a][A-Za-z0-9\uff0e.]|[\uff0d\uff0e\uff0f\uff1d\uff1f\uff3f][A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a])[A-Za-z0-9./\uff01-\uff5e]{0,57}/;

function brokenTarget(target: string): readonly Found[] {
  if (isOtherScheme(target)) return [];
  const isBroken = /\s/.test(target.trim()) || hasWideLetters(target) || readAddress(target) === null;
  return isBroken ? [{ key: 'checkLinkTarget', values: [shown(target)] }] : [];
}

function hasWideLetters(text: string): boolean {
  return /[\uff01-\uff5e\u3000]/.test(text);
}

/** `https://shop` leads nowhere; a name of this computer's network and an IP address are the business of link-staging. */
function hasEnding(host: string): boolean {
  return host.includes('.') || host.startsWith('[') || host === 'localhost';
}
