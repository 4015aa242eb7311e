import { toHex } from './hex.ts';

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. Half a surrogate pair has no bytes: quote such text as JSON before. */
export async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
