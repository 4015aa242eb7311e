import { fromHex, toHex } from './hex.ts';

const ALGORITHM: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };

/** HMAC-SHA-256 over a text's UTF-8 bytes, as 64 hex digits. @param key pairs of hex digits */
export async function hmacSha256(key: string, text: string): Promise<string> {
  return macWith(await crypto.subtle.importKey('raw', fromHex(key), ALGORITHM, false, ['sign']), text);
}

/** A random key for {@link macWith}. The browser gives it to nobody, also not to us: it can be used, not copied. */
export function newMacKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign']);
}

/** The same by a key that lies in the browser. @throws whatever the browser throws for a damaged key */
export async function macWith(key: CryptoKey, text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))));
}
