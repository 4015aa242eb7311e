import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built manifest without the `key` that fixes the extension's id. */
export class ManifestKeyMissing extends Error {
  override name = 'ManifestKeyMissing';
}

/**
 * The id that Chromium gives to the extension in a folder: the first 32 hex digits of the SHA-256 of the public key
 * (DER), written with a–p instead of 0–f.
 */
export function extensionIdOf(dist: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const key = keyOf(manifest);
  if (key === null) throw new ManifestKeyMissing(`${dist}/manifest.json has no "key"`);
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...digest.slice(0, 32)].map(toLetter).join('');
}

function keyOf(manifest: unknown): string | null {
  if (typeof manifest !== 'object' || manifest === null || !('key' in manifest)) return null;
  return typeof manifest.key === 'string' ? manifest.key : null;
}

function toLetter(hexDigit: string): string {
  return String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(hexDigit, 16));
}
