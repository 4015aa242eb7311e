import { fromHex, toHex } from './hex.ts';

const BITS = 256;

/**
 * What a passphrase comes to: PBKDF2-SHA-256, as 64 hex digits. Full-width and half-width letters are the same. It takes tenths of a
 * second, and that is its purpose.
 * @param salt pairs of hex digits
 */
export async function approverKey(passphrase: string, salt: string, rounds: number): Promise<string> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, BITS)));
}
