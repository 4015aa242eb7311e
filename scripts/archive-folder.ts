import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/**
 * Packs the content of a folder as a ZIP archive. Equal content gives equal bytes, whenever and wherever it is packed:
 * entries are in code unit order of their paths and carry a fixed time.
 */
export async function archiveFolder(folder: string): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const path of await filesIn(folder)) {
    entries[path] = await readFile(join(folder, path));
  }
  // The earliest time that the format can express, and local, since the format knows no zones.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** Paths of all files below a folder, with `/` on every system. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
