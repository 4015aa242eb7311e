import type { Broadcast } from '../broadcast.ts';
import type { Found, Level } from '../finding.ts';
import { type Address, readAddress } from '../text/address.ts';
import { findLinks } from '../text/find-links.ts';
import type { Span } from '../text/span.ts';
import { foundAt, type Passage, shown, textsOf } from './passages.ts';

/** An address that a browser takes, in a text or behind a picture; `place` is null behind a picture. */
export interface LinkPlace {
  readonly address: Address;
  readonly text: string;
  readonly hasScheme: boolean;
  readonly place: { readonly passage: Passage; readonly span: Span } | null;
}

/** All addresses of a broadcast in the order of its bubbles, as often as they stand there. */
export function linkPlaces(broadcast: Broadcast): readonly LinkPlace[] {
  const texts = textsOf(broadcast);
  return broadcast.bubbles.flatMap((bubble, number) => [
    ...texts.filter((passage) => passage.bubble === number).flatMap(linksIn),
    ...bubble.links.flatMap(target),
  ]);
}

/** What a check found about one address: the address is the first value, `more` the others. */
export function foundLink(link: LinkPlace, key: string, more: readonly string[] = [], level?: Level): Found {
  if (link.place !== null) return foundAt(link.place.passage, link.place.span, key, more, level);
  return { key, values: [shown(link.text), ...more], ...(level === undefined ? {} : { level }) };
}

function linksIn(passage: Passage): readonly LinkPlace[] {
  return findLinks(passage.text).flatMap((span) =>
    span.address === null
      ? []
      : [{ address: span.address, text: span.text, hasScheme: span.hasScheme, place: { passage, span } }],
  );
}

function target(text: string): readonly LinkPlace[] {
  const address = readAddress(text);
  return address === null ? [] : [{ address, text, hasScheme: true, place: null }];
}
