import { fromHex, toHex } from './hex.ts';

/** PBKDF2-SHA-256 as OWASP recommends it where Argon2id is not to be had: the extension's pages may run no WebAssembly. */
export const PASSPHRASE_ROUNDS = 600_000;

/** How a passphrase is turned into bits; kept beside what they protect. */
export interface PassphraseWay {
  /** 16 random bytes as hex digits. */
  readonly salt: string;
  readonly rounds: number;
}

/** A way that nobody has used before. */
export function newPassphraseWay(rounds = PASSPHRASE_ROUNDS): PassphraseWay {
  return { salt: toHex(crypto.getRandomValues(new Uint8Array(16))), rounds };
}

/** 256 bits that only this passphrase gives, as hex digits. Takes about a second. */
export async function passphraseBits(passphrase: string, { salt, rounds }: PassphraseWay): Promise<string> {
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(way, await typed(passphrase), 256)));
}

/** Some bytes that only who knows the passphrase can read, and nobody can change unnoticed. */
export interface Sealed extends PassphraseWay {
  /** 12 random bytes as hex digits. */
  readonly iv: string;
  /** AES-GCM, as hex digits. */
  readonly sealed: string;
}

/** @param label what is said openly beside the bytes; it cannot be changed unnoticed either */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  label: string,
  way = newPassphraseWay(),
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFor(passphrase, way);
  const sealed = await crypto.subtle.encrypt(parameters(iv, label), key, bytes);
  return { ...way, iv: toHex(iv), sealed: toHex(new Uint8Array(sealed)) };
}

/** The bytes; null for a wrong passphrase, and for what was changed. */
export async function unseal(
  { iv, sealed, ...way }: Sealed,
  passphrase: string,
  label: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await keyFor(passphrase, way);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(fromHex(iv), label), key, fromHex(sealed)));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw error;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, label: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) };
}

async function keyFor(passphrase: string, { salt, rounds }: PassphraseWay): Promise<CryptoKey> {
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds };
  const use: KeyUsage[] = ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(way, await typed(passphrase), { name: 'AES-GCM', length: 256 }, false, use);
}

/** The same letters typed on another keyboard are the same passphrase. */
function typed(passphrase: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  return crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits', 'deriveKey']);
}
