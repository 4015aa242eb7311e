import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const created = new Set<string>();
process.once('exit', () => {
  for (const folder of created) rmSync(folder, { recursive: true, force: true });
});

/** Makes a new folder in the system's temporary folder, removed at the latest when this process ends. */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  created.add(folder);
  return folder;
}

/** Removes such a folder now. Chromium's helper processes may still write for a moment after the browser is gone. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  created.delete(folder);
}

/** Removes all that are left. */
export async function removeTemporaryFolders(): Promise<void> {
  await Promise.all([...created].map(removeTemporaryFolder));
}
