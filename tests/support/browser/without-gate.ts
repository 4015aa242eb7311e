import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { copyBuild } from './copy-build.ts';

/** What can be taken out of a build: the script in the page's own world, or the rules of the browser's lock. */
export type GatePart = 'network-gate' | 'lock';

const builtManifest = v.looseObject({
  content_scripts: v.array(v.looseObject({ world: v.optional(v.string()) })),
  declarative_net_request: v.object({ rule_resources: v.array(v.looseObject({ path: v.string() })) }),
});

/**
 * Copies a built extension into a temporary folder and takes parts of the gate out of it. Returns the folder of the copy,
 * for `launchMatta({ dist })`.
 */
export async function withoutGate(dist: string, parts: readonly GatePart[]): Promise<string> {
  const copy = await copyBuild(dist, 'matta-without-gate-');
  const path = join(copy, 'manifest.json');
  const manifest = v.parse(builtManifest, JSON.parse(await readFile(path, 'utf8')));
  const { content_scripts: scripts, declarative_net_request: rules } = manifest;
  const kept = parts.includes('network-gate') ? scripts.filter(({ world }) => world !== 'MAIN') : scripts;
  await writeFile(path, JSON.stringify({ ...manifest, content_scripts: kept }));
  if (!parts.includes('lock')) return copy;
  for (const { path: file } of rules.rule_resources) await writeFile(join(copy, file), '[]');
  return copy;
}
