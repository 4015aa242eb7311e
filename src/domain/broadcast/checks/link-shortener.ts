import type { Check } from '../finding.ts';
import { foundLink, linkPlaces } from './link-places.ts';

/**
 * Public shortening services. Not LINE's own lin.ee, nor those that shorten for one site alone (youtu.be, maps.app.goo.gl,
 * forms.gle): there the reader knows where it leads.
 */
const SHORTENERS: ReadonlySet<string> = new Set([
  'bit.ly',
  'j.mp',
  't.co',
  'goo.gl',
  'tinyurl.com',
  'ow.ly',
  'is.gd',
  'v.gd',
  'x.gd',
  'buff.ly',
  'cutt.ly',
  'rb.gy',
  'tiny.cc',
  'shorturl.at',
  's.id',
  't.ly',
  'bl.ink',
  'rebrand.ly',
  'onl.la',
  'onl.sc',
  'onl.tw',
  'onl.bz',
  'ux.nu',
  'urx.nu',
  'urx3.nu',
  'p.tl',
  'qq1q.biz',
  '00m.in',
  'reurl.cc',
  'lihi.cc',
  'lihi1.com',
  'pse.is',
  'ppt.cc',
  'supr.link',
  'shorturl.asia',
]);

/** A short address hides where it leads; LINE's own manual advises against it (anchors-missend.md §5b). */
export const linkShortener: Check = {
  name: 'link-shortener',
  level: 'warn',
  find: ({ broadcast }) =>
    linkPlaces(broadcast)
      .filter(({ address }) => SHORTENERS.has(address.host.replace(/^www\./, '')))
      .map((link) => foundLink(link, 'checkLinkShortener')),
};
