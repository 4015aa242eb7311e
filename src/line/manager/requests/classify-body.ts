import { formFields } from './form-fields.ts';
import { includes, isArray, isObject, matches, own, ownKeys, parseJson, toLower } from './safe-calls.ts';
import { topLevelKeys } from './top-level-keys.ts';

/** What a body makes of a request. `draft`: surely only saves. `commit`: may send or schedule. */
export type BodyClass = 'draft' | 'commit' | 'harmless';

const DRAFT = /^(?:DRAFT|DRAFTED)$/;
/** Beside a list of bubbles, any of these says when or to whom it goes. */
const WHEN_OR_WHOM =
  /^(?:immediate|scheduleddate|scheduled|schedule|status|targets?|targeting|audiences?|recipients?|filters?|demographic|membershiptargeting)$/;
/** Keys that make a draft more than a draft when they say yes. */
const AT_ONCE = /^(?:immediate|send|sendnow|publish|publishnow|deliver|now)$/;
/** The same in a body that is written as a form, or not quite as JSON. */
const BUBBLES_IN_TEXT = /["'&?]?balloons["']?\s*[=:]/;
const WHEN_OR_WHOM_IN_TEXT = /["'&?]?(?:immediate|scheduledDate|targeting|status)["']?\s*[=:]/;
const DEEPEST = 4;

/**
 * Decides by a body what method and address left open. At an address of broadcasts whatever is not surely a draft is a commit;
 * elsewhere only what surely carries a broadcast is one: most requests are none of the gate's business.
 * @param body the body as text; null when there is none or it cannot be read as text
 */
export function classifyBody(body: string | null, requestClass: 'commit' | 'body'): BodyClass {
  if (requestClass === 'commit') return body !== null && isSurelyDraft(body) ? 'draft' : 'commit';
  if (body === null || !mentionsBubbles(body)) return 'harmless';
  const content = parse(body);
  if (content === undefined) return classifyText(body);
  if (!carriesBroadcast(content, DEEPEST)) return 'harmless';
  return isSurelyDraft(body) ? 'draft' : 'commit';
}

/** For what is no JSON: a server may read it all the same. */
function classifyText(body: string): BodyClass {
  if (!matches(BUBBLES_IN_TEXT, body) || !matches(WHEN_OR_WHOM_IN_TEXT, body)) return 'harmless';
  const fields = formFields(body);
  return fields !== undefined && saysDraft(fields, ownKeys(fields)) ? 'draft' : 'commit';
}

function isSurelyDraft(body: string): boolean {
  const content = parse(body);
  return isObject(content) && !isArray(content) && saysDraft(content, topLevelKeys(body));
}

/** `status` says draft, once and for every reader, and nothing says at once: line-broadcast-page.md §8.1. */
function saysDraft(content: object, keys: readonly string[]): boolean {
  const status = own(content, 'status');
  if (typeof status !== 'string' || !matches(DRAFT, status)) return false;
  return !saysAtOnce(content) && countOf(keys, 'status') === 1 && countOf(keys, 'immediate') <= 1;
}

function saysAtOnce(content: object): boolean {
  const keys = ownKeys(content);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    const said = own(content, key);
    const isNo = said === undefined || said === null || said === false || said === 'false';
    if (!isNo && matches(AT_ONCE, toLower(key))) return true;
  }
  return false;
}

function countOf(keys: readonly string[], wanted: string): number {
  let count = 0;
  for (let at = 0; at < keys.length; at += 1) if (toLower(keys[at] ?? '') === wanted) count += 1;
  return count;
}

/** A quick look that spares most bodies the parser; an escaped letter may hide the word. */
function mentionsBubbles(body: string): boolean {
  return includes(body, 'balloons') || (includes(body, '\\u') && includes(body, '{'));
}

function carriesBroadcast(value: unknown, depth: number): boolean {
  if (!isObject(value) || depth === 0) return false;
  const keys = ownKeys(value);
  const bubbles = own(value, 'balloons');
  const hasBubbles = isArray(bubbles) || (typeof bubbles === 'string' && bubbles !== '');
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    const said = own(value, key);
    if (hasBubbles && matches(WHEN_OR_WHOM, toLower(key)) && saysSomething(key, said)) return true;
    if (carriesBroadcast(said, depth - 1)) return true;
  }
  return false;
}

/** A test send names its receivers by a word, `SELF` or `ALL`; a broadcast's target is described. */
function saysSomething(key: string, said: unknown): boolean {
  const namesReceivers = matches(
    /^(?:target|audience|recipient|filter|demographic|membership)/,
    toLower(key),
  );
  return namesReceivers ? isObject(said) : said !== undefined && said !== null;
}

function parse(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}
