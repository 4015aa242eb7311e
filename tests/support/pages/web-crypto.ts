import { webcrypto } from 'node:crypto';

const key = await webcrypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

// jsdom has random numbers and no subtle cryptography; a page of the extension has what Node has.
Object.defineProperties(globalThis, {
  crypto: { configurable: true, value: webcrypto },
  // Node offers this class by its global object alone, which a page of jsdom does not see.
  CryptoKey: { configurable: true, value: key.constructor },
});
