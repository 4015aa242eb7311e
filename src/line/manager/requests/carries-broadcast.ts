import { innerValue } from './inner-value.ts';
import { includes, isObject, matches, own, ownKeys, toLower } from './safe-calls.ts';

/** Bubbles by their key, also where a form names each of their fields: `balloons[0][text]`. */
const BUBBLES = /^balloons(?:$|\[)/;
/** Beside bubbles, any of these says when or to whom they go; also as the last part of `delivery[immediate]`. */
const WHEN_OR_WHOM =
  /(?:^|[[.])(?:immediate|scheduleddate|scheduled|schedule|status|targets?|targeting|audiences?|recipients?|filters?|demographic|membershiptargeting)\]?$/;
const RECEIVERS = /(?:^|[[.])(?:target|audience|recipient|filter|demographic|membership)[a-z]*\]?$/;
const DEEPEST = 10;

interface Seen {
  bubbles: boolean;
  whenOrWhom: boolean;
  /** One of the bubbles is a whole broadcast. */
  inside: boolean;
}

/** True for a key that holds bubbles, or a field of one. */
export function isBubblesKey(key: string): boolean {
  return matches(BUBBLES, key);
}

/**
 * True where bubbles, and when or to whom they go, stand anywhere in one value: a wrapper may hold the one and leave the
 * other outside. What bubbles say of themselves is not counted. Bounded by depth.
 */
export function carriesBroadcast(value: unknown): boolean {
  return carries(value, DEEPEST);
}

function carries(value: unknown, depth: number): boolean {
  const seen: Seen = { bubbles: false, whenOrWhom: false, inside: false };
  look(value, depth, seen);
  return seen.inside || (seen.bubbles && seen.whenOrWhom);
}

function look(given: unknown, depth: number, seen: Seen): void {
  if (depth === 0) return;
  const value = innerValue(given, depth);
  if (value === undefined) return;
  const keys = ownKeys(value);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    const said = own(value, key);
    if (isBubblesKey(key)) lookAtBubbles(said, depth, seen);
    else {
      if (saysWhenOrWhom(toLower(key), said)) seen.whenOrWhom = true;
      look(said, depth - 1, seen);
    }
  }
}

function lookAtBubbles(said: unknown, depth: number, seen: Seen): void {
  if (isObject(said) || (typeof said === 'string' && said !== '')) seen.bubbles = true;
  if (carries(said, depth - 1)) seen.inside = true;
}

/** A test send names its receivers by a word, `SELF` or `ALL`; a broadcast's target is described. */
function saysWhenOrWhom(key: string, said: unknown): boolean {
  if (!matches(WHEN_OR_WHOM, key)) return false;
  if (!matches(RECEIVERS, key)) return said !== undefined && said !== null;
  return isObject(said) || (typeof said === 'string' && includes(said, '{'));
}
