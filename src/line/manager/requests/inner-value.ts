import { isObject, matches, parseJson } from './safe-calls.ts';

/** What JSON begins with that holds more than a word or a number. */
const MAY_HOLD_MORE = /^\s*["{[]/;

/** The JSON value of a text; undefined for what is none. */
export function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A value to look into: itself, or what it says where it is JSON that was written into a text. Undefined for neither. */
export function innerValue(value: unknown, depth: number): object | undefined {
  if (isObject(value)) return value;
  if (depth === 0 || typeof value !== 'string' || !matches(MAY_HOLD_MORE, value)) return undefined;
  return innerValue(readJson(value), depth - 1);
}
