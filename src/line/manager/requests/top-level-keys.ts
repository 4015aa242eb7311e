import { codeAt, parseJson, push, sliceText } from './safe-calls.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACE = 0x7d;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;

/**
 * The keys of a JSON object in the order of its text, repeated ones too: two readers may take different ones of two equal
 * keys, so whoever decides by a key has to know of both. `text` must be valid JSON.
 */
export function topLevelKeys(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = codeAt(text, at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (depth === 1) last = sliceText(text, at, end + 1);
      at = end;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    else if (code === COLON && depth === 1) push(keys, parseJson(last));
  }
  return keys;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && codeAt(text, at) !== QUOTE) at += codeAt(text, at) === BACKSLASH ? 2 : 1;
  return at;
}
