import * as v from 'valibot';
import type { Bubble, BubbleKind } from '../../../domain/broadcast/broadcast.ts';
import { boundedText } from './bounded-text.ts';
import { stableText } from './stable-text.ts';

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

/** Longest key and name that is kept. */
const LONGEST_KEY = 400;

/** One balloon of a request. What is not in a form that is known is kept as it is, to be shown and compared. */
export function readBubble(balloon: unknown, longestText: number): Bubble {
  const said = v.parse(balloonSchema, balloon);
  const kind = KINDS.get(String(said['contentType'])) ?? 'unknown';
  const isText = kind === 'text' && typeof said['text'] === 'string';
  const isKnown = kind !== 'unknown' && (kind !== 'text' || isText);
  const text = isText ? String(said['text']) : isKnown ? '' : stableText(balloon);
  return {
    kind: isKnown ? kind : 'unknown',
    text: boundedText(text, longestText),
    name: firstText(said, NAME_KEYS),
    links: addressesIn(said, 4).slice(0, 50),
    key: isText || !isKnown ? null : keyOf(said),
  };
}

/** What tells one picture, coupon or card from another: LINE's own key, and beside it whatever else is said. */
function keyOf(said: Readonly<Record<string, unknown>>): string {
  const own = firstText(said, CONTENT_KEYS);
  const isFlat = Object.values(said).every((value) => typeof value !== 'object' || value === null);
  if (own !== null && isFlat) return own;
  return boundedText(stableText(said), LONGEST_KEY);
}

function firstText(said: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  const found = keys
    .map((key) => said[key])
    .find((value) => typeof value === 'string' || typeof value === 'number');
  return found === undefined ? null : boundedText(String(found), LONGEST_KEY);
}

/** Addresses in the fields of a bubble that are meant as such; those in its text are found there. */
function addressesIn(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return addressesIn(inner, depth - 1);
    return /ur[il]$|^link/i.test(key) && /^https?:/i.test(inner) ? [inner.slice(0, 2_000)] : [];
  });
}
