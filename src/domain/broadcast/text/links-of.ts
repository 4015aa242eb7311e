import type { Broadcast } from '../broadcast.ts';
import type { FoundLink } from '../checklist.ts';
import { readAddress } from './address.ts';
import { findLinks } from './find-links.ts';

/** More are not opened one by one by anybody. */
export const MOST_LINKS = 40;
const LONGEST_SHOWN = 2_000;

/**
 * Every http and https link of the texts and, behind them, of what the bubbles carry, the same address once, at most
 * {@link MOST_LINKS}. Ids: `l0-12` by place in the text, `t0-1` for the second target of the first bubble.
 */
export function linksOf(broadcast: Broadcast): readonly FoundLink[] {
  const links = broadcast.bubbles.flatMap(({ text, links: targets }, bubble) => [
    ...findLinks(text).map(({ start, text: words, address }) =>
      link(`l${bubble}-${start}`, words, address?.url),
    ),
    ...targets.flatMap((target, place) =>
      isOtherScheme(target) ? [] : [link(`t${bubble}-${place}`, target, readAddress(target)?.url)],
    ),
  ]);
  const byAddress = new Map<string, FoundLink>();
  for (const found of links) {
    const address = found.url ?? found.text;
    if (!byAddress.has(address)) byAddress.set(address, found);
  }
  return [...byAddress.values()].slice(0, MOST_LINKS);
}

/** `tel:`, `mailto:`, `line:` and whatever else is opened by something other than a browser. */
export function isOtherScheme(target: string): boolean {
  return /^[a-z][a-z0-9+-]*:/i.test(target) && !/^https?:/i.test(target);
}

function link(id: string, text: string, url: string | undefined): FoundLink {
  return { id, text: text.slice(0, LONGEST_SHOWN), url: url ?? null };
}
