import type { Check } from '../finding.ts';
import { foundLink, type LinkPlace, linkPlaces } from './link-places.ts';

/** The same address more than once: often meant, sometimes the second was to be another. */
export const linkDuplicate: Check = {
  name: 'link-duplicate',
  level: 'inform',
  find: ({ broadcast }) => {
    const byUrl = new Map<string, readonly LinkPlace[]>();
    for (const link of linkPlaces(broadcast)) {
      const url = link.address.url.replace(/\/$/, '');
      byUrl.set(url, [...(byUrl.get(url) ?? []), link]);
    }
    return [...byUrl.values()].flatMap(([, second, ...more]) =>
      second === undefined ? [] : [foundLink(second, 'checkLinkDuplicate', [String(2 + more.length)])],
    );
  },
};
