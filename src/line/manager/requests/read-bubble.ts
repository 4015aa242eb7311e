import * as v from 'valibot';
import type { Bubble, BubbleKind } from '../../../domain/broadcast/broadcast.ts';

/** LINE's words for the kinds of bubbles: line-broadcast-page.md §4. */
const KINDS: ReadonlyMap<string, BubbleKind> = new Map([
  ['TEXT', 'text'],
  ['STICKER', 'sticker'],
  ['IMAGE', 'image'],
  ['VIDEO', 'video'],
  ['VOICE', 'voice'],
  ['COUPON', 'coupon'],
  ['RICH', 'rich-message'],
  ['RICH_VIDEO', 'rich-video'],
  ['FLEX', 'card'],
  ['RESEARCH', 'survey'],
  ['RESERVATION', 'reservation'],
]);

const NAME_KEYS = ['title', 'name', 'altText', 'alt'] as const;
const CONTENT_KEYS = ['key', 'couponId', 'id', 'stickerId', 'richImageId', 'number'] as const;

const balloonSchema = v.fallback(v.record(v.string(), v.unknown()), {});

/** One balloon of a request. Unknown kinds keep what can be read of them. */
export function readBubble(balloon: unknown, longestText: number): Bubble {
  const said = v.parse(balloonSchema, balloon);
  const kind = KINDS.get(String(said['contentType'])) ?? 'unknown';
  const text = typeof said['text'] === 'string' ? said['text'].slice(0, longestText) : '';
  return {
    kind,
    text: kind === 'text' || kind === 'unknown' ? text : '',
    name: firstText(said, NAME_KEYS),
    links: addressesIn(said, 4).slice(0, 50),
    key: firstText(said, CONTENT_KEYS),
  };
}

function firstText(said: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  const found = keys
    .map((key) => said[key])
    .find((value) => typeof value === 'string' || typeof value === 'number');
  return found === undefined ? null : String(found).slice(0, 400);
}

/** Addresses in the fields of a bubble that are meant as such; those in its text are found there. */
function addressesIn(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return addressesIn(inner, depth - 1);
    return /ur[il]$|^link/i.test(key) && /^https?:/i.test(inner) ? [inner.slice(0, 2_000)] : [];
  });
}
