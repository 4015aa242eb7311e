import type { Check, Found } from '../finding.ts';
import { findLinks } from '../text/find-links.ts';
import { spanOf } from '../text/span.ts';
import { foundAt, type Passage, textsOf } from './passages.ts';

/**
 * Words or punctuation directly behind an address. Phones differ in what they take into the link: Japanese letters,
 * 。 and ） have been part of it, and the page is then not found.
 */
export const linkGlued: Check = {
  name: 'link-glued',
  level: 'warn',
  find: ({ broadcast }) => textsOf(broadcast).flatMap(gluedIn),
};

/** Enough of what follows to recognise the place. */
const GLUED = /^\S{1,8}/u;

function gluedIn(passage: Passage): readonly Found[] {
  return findLinks(passage.text).flatMap((link) => {
    const [glued = ''] = GLUED.exec(passage.text.slice(link.end, link.end + 16)) ?? [];
    if (link.address === null || glued === '') return [];
    return [
      foundAt(passage, spanOf(passage.text, link.start, link.end + glued.length), 'checkLinkGlued', [glued]),
    ];
  });
}
