import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

/** A browser profile's folder; `discard` removes it unless the caller brought it. */
export interface Profile {
  readonly folder: string;
  discard(): Promise<void>;
}

/** Prepares a profile: the given folder, which is kept, or a new one in the temporary folder. */
export async function prepareProfile(kept: string | undefined): Promise<Profile> {
  const folder = kept ?? (await makeTemporaryFolder('matta-profile-'));
  await allowUnpackedExtensions(folder);
  return { folder, discard: kept === undefined ? () => removeTemporaryFolder(folder) : async () => {} };
}

/** Chromium runs an unpacked extension only in a profile whose developer mode is on. */
async function allowUnpackedExtensions(folder: string): Promise<void> {
  const preferences = join(folder, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  await mkdir(join(folder, 'Default'), { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}
