import { isBubblesKey } from './carries-broadcast.ts';
import { innerValue } from './inner-value.ts';
import { isObject, matches, own, ownKeys, toLower, toUpper } from './safe-calls.ts';

/** Keys that make a draft more than a draft when they say anything but no. */
const AT_ONCE = /(?:^|[[.])(?:immediate|send|sendnow|publish|publishnow|deliver|now)\]?$/;
/** Keys with such a word inside: who sends is no order to send. */
const PART_AT_ONCE = /immediate|send(?!er)|publish(?!er)|deliver/;
/** Keys for a time or an amount, as they are written: `sendDate`, `deliver_at`, `deliveryLimit`. */
const MEASURES = /(?:At|_at|_AT|[Dd]ate|DATE|[Tt]ime|TIME|[Tt]imestamp|[Ll]imit|LIMIT|[Cc]ount|COUNT)\]?$/;
const BEGINS_WITH_DIGIT = /^\s*\d/;
/** Words of a request that orders something; a name that somebody gave, such as Sendai, is none. */
const ORDER = /^(?:(?:SEND|PUBLISH|DELIVER)[A-Z_]*|IMMEDIATE|IMMEDIATELY|NOW)$/;
const SMALL_ORDER = /^(?:SEND|PUBLISH|DELIVER)(?:[_-]?(?:NOW|IMMEDIATELY))?$/;
const DEEPEST = 12;

/**
 * True where a body says anywhere outside of its bubbles that it goes at once, or orders so by a word of its own. What
 * lies too deep to be read may say so, too.
 */
export function saysAtOnce(content: object): boolean {
  return ordersByWord(content) || goesAtOnce(content, DEEPEST, false);
}

function ordersByWord(content: object): boolean {
  const keys = ownKeys(content);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    const said = own(content, key);
    if (typeof said !== 'string' || isBubblesKey(key)) continue;
    if (matches(ORDER, said) || matches(SMALL_ORDER, toUpper(said))) return true;
  }
  return false;
}

/** @param isOrder inside of `delivery` and its like, where everything that is said belongs to sending */
function goesAtOnce(value: object, depth: number, isOrder: boolean): boolean {
  if (depth === 0) return true;
  const keys = ownKeys(value);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    if (!isBubblesKey(key) && keySaysAtOnce(key, own(value, key), depth, isOrder)) return true;
  }
  return false;
}

function keySaysAtOnce(key: string, said: unknown, depth: number, isOrder: boolean): boolean {
  if (isNo(said) || isMeasure(key, said)) return false;
  const small = toLower(key);
  if (matches(AT_ONCE, small)) return true;
  const isPart = isOrder || matches(PART_AT_ONCE, small);
  const inner = innerValue(said, depth);
  return inner === undefined ? isPart : goesAtOnce(inner, depth - 1, isPart);
}

function isNo(said: unknown): boolean {
  return (
    said === undefined || said === null || said === false || said === 'false' || said === 0 || said === ''
  );
}

/** A yes, or a word such as `NOW`, is neither time nor amount, whatever its key says. */
function isMeasure(key: string, said: unknown): boolean {
  if (isObject(said) || !matches(MEASURES, key)) return false;
  return typeof said === 'number' || (typeof said === 'string' && matches(BEGINS_WITH_DIGIT, said));
}
