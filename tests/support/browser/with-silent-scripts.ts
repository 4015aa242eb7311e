import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { copyBuild } from './copy-build.ts';

const silentFile = 'silent.js';
const builtManifest = v.looseObject({ content_scripts: v.array(v.unknown()) });

/**
 * Copies a built extension into a temporary folder and takes its content scripts away, so that worker and browser stand
 * alone. One script that does nothing remains on the manager: a test can speak to the worker from its world.
 *
 * Returns the folder of the copy, for `launchMatta({ dist })`.
 */
export async function withSilentScripts(dist: string): Promise<string> {
  const copy = await copyBuild(dist, 'matta-silent-');
  const path = join(copy, 'manifest.json');
  const manifest = v.parse(builtManifest, JSON.parse(await readFile(path, 'utf8')));
  const silent = { matches: ['https://manager.line.biz/*'], js: [silentFile], run_at: 'document_start' };
  await writeFile(join(copy, silentFile), '');
  await writeFile(path, JSON.stringify({ ...manifest, content_scripts: [silent] }));
  return copy;
}
