import { decodePart, matches, replaceEach, toLower, toUpper } from './safe-calls.ts';

/**
 * What a request of the manager is, by method and address alone.
 * `harmless`: reads, or removes. `test`: a test send. `commit`: may make a broadcast real; its body decides whether it is only
 * a draft. `body`: another address, where only a broadcast in the body would count.
 * Evidence: line-broadcast-page.md §4 and §8.1.
 */
export type RequestClass = 'harmless' | 'test' | 'commit' | 'body';

const HARMLESS_METHODS = /^(?:GET|HEAD|OPTIONS|DELETE)$/;
const TEST_SEND = /\/api\/(?:.*\/)?bots\/[^/]+\/message\/test\/?$/;
/** Every address below an account's broadcasts, of any version: known, renamed and future ones. */
const BROADCASTS = /\/api\/(?:.*\/)?bots\/[^/]+\/broadcast/;

/** @param url absolute, or at least a path */
export function classifyRequest(method: string, url: string): RequestClass {
  if (matches(HARMLESS_METHODS, toUpper(method))) return 'harmless';
  const path = plainPath(url);
  if (matches(BROADCASTS, path)) return 'commit';
  return matches(TEST_SEND, path) ? 'test' : 'body';
}

/** The path as a forgiving server may read it: decoded, in small letters, with single slashes. */
function plainPath(url: string): string {
  const withoutQuery = replaceEach(url, /[?#][\s\S]*/, '');
  const decoded = decode(decode(withoutQuery));
  const slashes = replaceEach(decoded, /\\+/, '/');
  const single = replaceEach(slashes, /\/{2,}/, '/');
  return toLower(replaceEach(single, /;[^/]*/, ''));
}

function decode(path: string): string {
  try {
    return decodePart(path);
  } catch {
    return path;
  }
}
