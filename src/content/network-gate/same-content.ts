import {
  isArray,
  isObject,
  matches,
  own,
  ownKeys,
  parseJson,
  toLower,
} from '../../line/manager/requests/safe-calls.ts';

/** Values that may change between two identical sends, as in `stable-text.ts`. */
const OPAQUE_KEY = /token|nonce|timestamp|^requestid$|^updatedat$/;

/** True when two bodies say the same but for opaque tokens. Bodies that are no JSON are compared letter by letter. */
export function isSameContent(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  if (a === b) return true;
  try {
    return isSame(parseJson(a), parseJson(b), 20);
  } catch {
    return false;
  }
}

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  return depth > 0 && isArray(a) === isArray(b) && holds(a, b, depth) && holds(b, a, depth);
}

/** Every key of `a` that counts is in `b` with the same value. */
function holds(a: object, b: object, depth: number): boolean {
  const keys = ownKeys(a);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    if (!matches(OPAQUE_KEY, toLower(key)) && !isSame(own(a, key), own(b, key), depth - 1)) return false;
  }
  return true;
}
