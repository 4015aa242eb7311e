import { toHex } from './hex.ts';

/** 128 random bits as 32 hex digits, for names that nobody can guess. */
export function randomHex(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}
