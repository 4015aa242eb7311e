import { fromHex, toHex } from './hex.ts';

const ALGORITHM = 'Ed25519';

/** A key pair for signing. The browser gives the private half to nobody, also not to us: it can be used, not copied. */
export interface SigningKey {
  /** The 32 bytes of the public half, as 64 hex digits. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/** A new key pair; null where the browser has no Ed25519, which Chrome has since version 137. */
export async function newSigningKey(): Promise<SigningKey | null> {
  try {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
    return { publicKey: await rawKey(publicKey), privateKey };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}

/** A new key pair of which a copy can be kept elsewhere: `secret` are the bytes of its private half (PKCS #8). */
export async function newCopiedSigningKey(): Promise<{
  readonly publicKey: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  return { publicKey: await rawKey(publicKey), secret };
}

/** The private half to be used here and not read out any more. @throws DOMException when the bytes are no such key */
export function importPrivateKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', secret, ALGORITHM, false, ['sign']);
}

/** The signature over some bytes, as 128 hex digits. @throws whatever the browser throws for a damaged key */
export async function signBytes(privateKey: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, bytes)));
}

/** The signature over the bytes of a hash, as 128 hex digits. @throws whatever the browser throws for a damaged key */
export function signHash({ privateKey }: SigningKey, hash: string): Promise<string> {
  return signBytes(privateKey, fromHex(hash));
}

/** Whether the private half of `signer` has signed the bytes of a hash; false as well for what is no public key. */
export function isSignedBy(signer: string, hash: string, sig: string): Promise<boolean> {
  return areSignedBy(signer, fromHex(hash), sig);
}

/** Whether the private half of `signer` has signed some bytes; false as well for what is no public key. */
export async function areSignedBy(
  signer: string,
  bytes: Uint8Array<ArrayBuffer>,
  sig: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromHex(signer), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, fromHex(sig), bytes);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}

async function rawKey(publicKey: CryptoKey): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}
