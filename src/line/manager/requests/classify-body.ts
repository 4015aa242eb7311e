import { carriesBroadcast } from './carries-broadcast.ts';
import { formFields } from './form-fields.ts';
import { readJson } from './inner-value.ts';
import { includes, isArray, isObject, matches, own, ownKeys, toLower } from './safe-calls.ts';
import { saysAtOnce } from './says-at-once.ts';
import { topLevelKeys } from './top-level-keys.ts';

/** What a body makes of a request. `draft`: surely only saves. `commit`: may send or schedule. */
export type BodyClass = 'draft' | 'commit' | 'harmless';

const DRAFT = /^(?:DRAFT|DRAFTED)$/;
/** Bubbles, and when or to whom they go, in a body that is written as a form, or not quite as JSON. */
const BUBBLES_IN_TEXT = /balloons["']?\s*(?:[=:[]|%5[Bb])/;
const WHEN_OR_WHOM_IN_TEXT = /(?:immediate|scheduledDate|targeting)(?:["'\]]|%5[Dd])?\s*[=:]/;
const STATUS_IN_TEXT = /(?:^|[\s"'&?{,])status["']?\s*[=:]/;

/**
 * Decides by a body what method and address left open. At an address of broadcasts whatever is not surely a draft is a commit;
 * elsewhere only what surely carries a broadcast is one: most requests are none of the gate's business.
 * @param body the body as text; null when there is none or it cannot be read as text
 */
export function classifyBody(body: string | null, requestClass: 'commit' | 'body'): BodyClass {
  if (requestClass === 'commit') return body !== null && isSurelyDraft(body) ? 'draft' : 'commit';
  if (body === null || !mentionsBubbles(body)) return 'harmless';
  const content = readJson(body);
  if (content === undefined) return classifyText(body);
  if (!carriesBroadcast(content)) return 'harmless';
  return isSurelyDraft(body) ? 'draft' : 'commit';
}

/** For what is no JSON: a server may read it all the same. */
function classifyText(body: string): BodyClass {
  const fields = formFields(body);
  if (!carriesBroadcast(fields) && !looksLikeBroadcast(body)) return 'harmless';
  return fields !== undefined && saysDraft(fields, ownKeys(fields)) ? 'draft' : 'commit';
}

function looksLikeBroadcast(body: string): boolean {
  if (!matches(BUBBLES_IN_TEXT, body)) return false;
  return matches(WHEN_OR_WHOM_IN_TEXT, body) || matches(STATUS_IN_TEXT, body);
}

function isSurelyDraft(body: string): boolean {
  const content = readJson(body);
  return isObject(content) && !isArray(content) && saysDraft(content, topLevelKeys(body));
}

/** `status` says draft, once and for every reader, and nothing says at once: line-broadcast-page.md §8.1. */
function saysDraft(content: object, keys: readonly string[]): boolean {
  const status = own(content, 'status');
  if (typeof status !== 'string' || !matches(DRAFT, status)) return false;
  return !saysAtOnce(content) && countOf(keys, 'status') === 1 && countOf(keys, 'immediate') <= 1;
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
