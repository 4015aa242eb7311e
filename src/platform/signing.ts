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
    return { publicKey: toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), privateKey };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}

/** The signature over the bytes of a hash, as 128 hex digits. @throws whatever the browser throws for a damaged key */
export async function signHash({ privateKey }: SigningKey, hash: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, fromHex(hash))));
}

/** Whether the private half of `signer` has signed the bytes of a hash; false as well for what is no public key. */
export async function isSignedBy(signer: string, hash: string, sig: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromHex(signer), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, fromHex(sig), fromHex(hash));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}
