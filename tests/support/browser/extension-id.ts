import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionIdOfKey } from '../../../scripts/policy/extension-id.ts';

/** A built manifest without the `key` that fixes the extension's id. */
export class ManifestKeyMissing extends Error {
  override name = 'ManifestKeyMissing';
}

/** The id that Chromium gives to the extension in a folder, by the key in its manifest. */
export function extensionIdOf(dist: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const key = keyOf(manifest);
  if (key === null) throw new ManifestKeyMissing(`${dist}/manifest.json has no "key"`);
  return extensionIdOfKey(key);
}

function keyOf(manifest: unknown): string | null {
  if (typeof manifest !== 'object' || manifest === null || !('key' in manifest)) return null;
  return typeof manifest.key === 'string' ? manifest.key : null;
}
