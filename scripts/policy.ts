import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { EXTENSION_KEY } from '../manifest.config.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type Deployment, type OutputFile, WEB_STORE_UPDATE_URL } from './policy/deployment.ts';
import { extensionIdOfKey, extensionIdOfSigningKey } from './policy/extension-id.ts';
import type { ManagedRules } from './policy/managed-rules.ts';
import { readPolicyFile, UnusablePolicyFile } from './policy/policy-file.ts';
import {
  OUTPUTS,
  type OwnCopy,
  POLICY_USAGE,
  type PolicyOptions,
  readPolicyOptions,
} from './policy/policy-options.ts';
import { updateManifest } from './policy/update-manifest.ts';
import { UnusableOptions } from './start-options.ts';

const LONGEST_VALUE = 70;

/**
 * `npm run policy -- --out linux`: makes of a supervisor's rules the files that bring them, and Matta itself, to every computer. The exit
 * code is 2 for a command line that cannot be used, 1 when nothing was written.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await make(readPolicyOptions(args, process.env['LANG'] ?? ''));
  } catch (error) {
    if (!(error instanceof UnusableOptions)) throw error;
    console.error(`${error.message}\n\n${POLICY_USAGE}`);
    return 2;
  }
}

async function make({ file, folder, out, own, words }: PolicyOptions): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refuse(words.noFile(file));
  const rules = readOrReasons(() => readPolicyFile(text, words));
  if (rules instanceof UnusablePolicyFile) {
    return refuse(words.refused(file), ...rules.reasons.map((reason) => `  - ${reason}`));
  }
  const place = await placeOf(own);
  if (place === null) return refuse(words.noKey(own?.keyFile ?? ''));
  const deployment: Deployment = { ...place, rules };
  const manifest = own === null ? [] : [updateManifest(deployment, packageJson.version)];
  const files = [...OUTPUTS[out](deployment), ...manifest];
  const written = await write(folder, files).catch((error: unknown) => String(error));
  if (typeof written === 'string') return refuse(words.notWritten(written));
  const { defaults = {}, keys: _, ...locked } = rules;
  const lines = [
    words.made(relative('.', file)),
    words.installed(place.id, place.updateUrl),
    `\n${words.locked}`,
    ...shown(locked, words.nothing),
    `\n${words.recommended}`,
    ...shown(Object(defaults), words.nothing),
    `\n${words.written}`,
    ...written.map((path) => `  ${path}`),
    `\n${words.next}`,
  ];
  console.log(lines.join('\n'));
  return 0;
}

function readOrReasons(read: () => ManagedRules): ManagedRules | UnusablePolicyFile {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnusablePolicyFile) return error;
    throw error;
  }
}

/** Which extension is installed, and from where; null: the key of the own copy cannot be read. */
async function placeOf(own: OwnCopy | null): Promise<Omit<Deployment, 'rules'> | null> {
  if (own === null) return { id: extensionIdOfKey(EXTENSION_KEY), updateUrl: WEB_STORE_UPDATE_URL };
  const pem = await readFile(own.keyFile, 'utf8').catch(() => '');
  const id = extensionIdOfSigningKey(pem);
  return id === null ? null : { id, updateUrl: own.updateUrl };
}

async function write(folder: string, files: readonly OutputFile[]): Promise<readonly string[]> {
  const paths = [];
  for (const { path, content } of files) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
    paths.push(place);
  }
  return paths;
}

function shown(rules: ManagedRules, nothing: string): readonly string[] {
  const lines = Object.entries(rules).map(([key, value]) => {
    const text = JSON.stringify(value);
    return `  ${key} = ${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text}`;
  });
  return lines.length === 0 ? [nothing] : lines;
}

function refuse(...lines: readonly string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
