import { fromHex, toHex } from './hex.ts';

/** HMAC-SHA-256 over a text's UTF-8 bytes, as 64 hex digits. @param key pairs of hex digits */
export async function hmacSha256(key: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', fromHex(key), algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text));
  return toHex(new Uint8Array(mac));
}
