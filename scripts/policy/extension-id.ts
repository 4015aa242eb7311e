import { createHash, createPublicKey } from 'node:crypto';

/**
 * The id that Chrome derives from the public key (DER, in base64) in an extension's manifest: the first 32 hex digits of its
 * SHA-256, written with a–p instead of 0–f.
 */
export function extensionIdOfKey(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...digest.slice(0, 32)].map(toLetter).join('');
}

/** The id of an extension that was signed with a private key (PEM, as Chrome makes it); null when the text is no key. */
export function extensionIdOfSigningKey(pem: string): string | null {
  try {
    const key = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    return extensionIdOfKey(key.toString('base64'));
  } catch {
    return null;
  }
}

function toLetter(hexDigit: string): string {
  return String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(hexDigit, 16));
}
