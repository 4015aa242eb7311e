import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { copyBuild } from './copy-build.ts';
import { installTestClock } from './install-test-clock.ts';

const clockFile = 'test-clock.js';

const builtManifest = v.looseObject({
  content_scripts: v.optional(
    v.array(v.looseObject({ js: v.optional(v.array(v.string()), []), world: v.optional(v.string()) })),
    [],
  ),
  background: v.optional(v.looseObject({ service_worker: v.string(), type: v.literal('module') })),
});

/**
 * Copies a built extension into a temporary folder, gone when this process ends, and gives the copy a clock that
 * `setClock` can move: in the worker, in the extension's pages and in every content script that runs in a world of its
 * own. The product's files are the same, except for one import in the worker's and one script in each page.
 *
 * Returns the folder of the copy, for `launchMatta({ dist })`.
 */
export async function withTestClock(dist: string): Promise<string> {
  const copy = await copyBuild(dist, 'matta-test-clock-');
  await writeFile(join(copy, clockFile), `(${installTestClock})();\n`);

  const manifestPath = join(copy, 'manifest.json');
  const manifest = v.parse(builtManifest, JSON.parse(await readFile(manifestPath, 'utf8')));
  await writeFile(manifestPath, JSON.stringify(withClockFirst(manifest), null, 2));

  if (manifest.background) {
    await prepend(join(copy, manifest.background.service_worker), `import '/${clockFile}';\n`);
  }
  for (const page of await pagesIn(copy)) await addToHead(page, `<script src="/${clockFile}"></script>`);
  return copy;
}

type BuiltManifest = v.InferOutput<typeof builtManifest>;

function withClockFirst(manifest: BuiltManifest): BuiltManifest {
  const scripts = manifest.content_scripts.map((script) =>
    // The page's own world belongs to the page, and so does its clock.
    script.world === 'MAIN' || script.js.length === 0 ? script : { ...script, js: [clockFile, ...script.js] },
  );
  return { ...manifest, content_scripts: scripts };
}

async function pagesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).map((file) => join(folder, file));
}

async function prepend(file: string, text: string): Promise<void> {
  await writeFile(file, text + (await readFile(file, 'utf8')));
}

async function addToHead(page: string, tag: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/<head[^>]*>/i, `$&${tag}`));
}
