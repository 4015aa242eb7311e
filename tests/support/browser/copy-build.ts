import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Where a browser keeps what it makes of an unpacked extension's rules, while it runs. */
const BROWSERS_OWN = '_metadata';

/** Copies a built extension into a temporary folder, gone when this process ends. Other browsers may be using it meanwhile. */
export async function copyBuild(dist: string, prefix: string): Promise<string> {
  const copy = await makeTemporaryFolder(prefix);
  await cp(dist, copy, { recursive: true, filter: (source) => basename(source) !== BROWSERS_OWN });
  return copy;
}
