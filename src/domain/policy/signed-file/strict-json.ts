/** Why a text is not taken: no JSON, nested too deep, one key twice in an object, or a key that objects are made with. */
export type JsonFault = 'not-json' | 'too-deep' | 'duplicate-key' | 'forbidden-key';

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: JsonFault };

/** Twice as deep as the deepest rule lies in a policy: a condition of a question for one account. */
const DEEPEST = 20;

/** What one program may take for a field and another for the nature of the object. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Strings, with the colon behind them when they are keys, and the brackets: enough for a text that is known to be JSON. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g;

/**
 * Reads JSON of which two programs cannot understand different things. `JSON.parse` lets the last of two equal keys win and says
 * nothing, so that a person could be shown other rules than those that hold. Never throws.
 */
export function readStrictJson(text: string): StrictJson {
  try {
    const value: unknown = JSON.parse(text);
    const why = faultIn(text);
    return why === null ? { ok: true, value } : { ok: false, why };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

function faultIn(text: string): JsonFault | null {
  const open: Set<string>[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    if (open.length > DEEPEST) return 'too-deep';
    const fault = token.endsWith(':') ? faultOfKey(keyIn(token), open.at(-1)) : null;
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfKey(key: string, siblings: Set<string> | undefined): JsonFault | null {
  if (FORBIDDEN.has(key)) return 'forbidden-key';
  if (siblings?.has(key) === true) return 'duplicate-key';
  siblings?.add(key);
  return null;
}

/** The key without quotes and colon, its escapes read: `__proto__` can be written in more than one way. */
function keyIn(token: string): string {
  return String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
}
