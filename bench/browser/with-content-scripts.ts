import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeTemporaryFolder } from '../../tests/support/browser/temporary-folder.ts';

const builtManifest = v.looseObject({ content_scripts: v.array(v.looseObject({ js: v.array(v.string()) })) });

/** A content script as the built manifest has it. */
export type ContentScript = v.InferOutput<typeof builtManifest>['content_scripts'][number];

/** A copy of a built extension whose manifest names other content scripts. Every other file is the same. */
export async function withContentScripts(
  dist: string,
  change: (scripts: readonly ContentScript[]) => readonly ContentScript[],
): Promise<string> {
  const copy = await makeTemporaryFolder('matta-content-scripts-');
  await cp(dist, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = v.parse(builtManifest, JSON.parse(await readFile(path, 'utf8')));
  const changed = { ...manifest, content_scripts: change(manifest.content_scripts) };
  await writeFile(path, JSON.stringify(changed));
  return copy;
}
