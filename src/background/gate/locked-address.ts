/**
 * What the browser's lock stops, in the words of `public/rules/lock.json`, which says the same to the browser; a test
 * compares the two. The browser's conditions see the whole address with its fragment, and letters of either case. A pattern
 * that is too large for the browser is left out without a word, so these are three small ones (tests/browser/lock.test.ts).
 */
const HOST = String.raw`^https?://([^/?#@]*@)?manager\.line\.biz/`;

/** Everything below an account's broadcasts, of any version, with any number of slashes: line-broadcast-page.md §8.1. */
export const BROADCASTS = `${HOST}([^?#]*/)?api/([^?#]*/)?bots[^/?#]*/+[^/?#]+/+broadcast`;

/**
 * The same for addresses that no honest program writes, but that a server would decode: percent-encoded letters and digits
 * anywhere in a path, and encoded slashes before the word.
 */
const ENCODED_LETTERS = `${HOST}[^?#]*%(3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])`;
const ENCODED_SLASHES = `${HOST}[^?#]*%(2f|5c)[^?#]*broadcast`;

/** All that the lock stops. */
export const LOCKED: readonly string[] = [BROADCASTS, ENCODED_LETTERS, ENCODED_SLASHES];

/** What the witness looks at, as match patterns: all that the lock stops, however it is spelt, and the rest of the interface. */
export const WATCHED: readonly string[] = [
  'https://manager.line.biz/api/*',
  '*://manager.line.biz/*bots*broadcast*',
  '*://manager.line.biz/*%*',
];

/** Reading and removing send nothing. */
export const FREE_METHODS = ['get', 'head', 'options', 'delete'] as const;

const broadcasts = new RegExp(BROADCASTS, 'i');
const locked = LOCKED.map((pattern) => new RegExp(pattern, 'i'));
const nonce = /#([0-9a-f]{32})$/;

/** True for what the lock stops unless it is permitted. */
export function isLocked(method: string, url: string): boolean {
  return changesSomething(method) && locked.some((pattern) => pattern.test(url));
}

/** True for an address that a permission for the next press lets pass. */
export function isBroadcastAddress(method: string, url: string): boolean {
  return changesSomething(method) && broadcasts.test(url);
}

/** The nonce that the page's network gate has put behind the address of its own request; null where there is none. */
export function nonceIn(url: string): string | null {
  return nonce.exec(url)?.[1] ?? null;
}

function changesSomething(method: string): boolean {
  return !FREE_METHODS.some((free) => free === method.toLowerCase());
}
