import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeTemporaryFolder } from './temporary-folder.ts';

const manifestSchema = v.looseObject({ permissions: v.array(v.string()) });

/**
 * Copies a built extension into a temporary folder and takes its right to unlimited storage away, so that the browser's
 * quota, and with it a full disk, can be brought about. Returns the folder, for `launchMatta({ dist })`.
 */
export async function withoutUnlimitedStorage(dist: string): Promise<string> {
  const copy = await makeTemporaryFolder('matta-quota-');
  await cp(dist, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = v.parse(manifestSchema, JSON.parse(await readFile(path, 'utf8')));
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }, null, 2));
  return copy;
}
