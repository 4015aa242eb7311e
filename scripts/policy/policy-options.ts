import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UnusableOptions } from '../start-options.ts';
import { adminConsoleFiles } from './admin-console.ts';
import type { Deployment, OutputFile } from './deployment.ts';
import { linuxFiles } from './linux.ts';
import { macFiles } from './mac.ts';
import { windowsFiles } from './windows.ts';
import { ENGLISH_POLICY_WORDS, JAPANESE_POLICY_WORDS, type PolicyWords } from './words.ts';

/** What can be made, by its name on the command line. */
export const OUTPUTS = {
  windows: windowsFiles,
  mac: macFiles,
  linux: linuxFiles,
  'admin-console': adminConsoleFiles,
} as const satisfies Readonly<Record<string, (deployment: Deployment) => readonly OutputFile[]>>;
export type OutputName = keyof typeof OUTPUTS;

/** The policy that is taken when none is named. */
const EXAMPLE = fileURLToPath(new URL('../../docs/examples/policy.ja.json', import.meta.url));

/** A copy of Matta that the company has signed itself. */
export interface OwnCopy {
  /** The file of the private key that it was signed with. */
  readonly keyFile: string;
  readonly updateUrl: string;
}

/** What `npm run policy` shall do. */
export interface PolicyOptions {
  readonly out: OutputName;
  readonly file: string;
  readonly folder: string;
  readonly words: PolicyWords;
  /** Null: Matta as it is in the Web Store. */
  readonly own: OwnCopy | null;
}

export const POLICY_USAGE = `npm run policy -- --out ${Object.keys(OUTPUTS).join('|')} [--policy FILE.json] [--to FOLDER] [--lang ja|en]
               [--key FILE.pem --update-url ADDRESS]   only for a copy of Matta that you have signed yourself`;

/** Reads the command line. @param language of the system, as `LANG` has it; @throws UnusableOptions */
export function readPolicyOptions(args: readonly string[], language: string): PolicyOptions {
  const { lang, out, policy, to, key, 'update-url': updateUrl } = valuesIn(args);
  const words = (lang ?? language).startsWith('ja') ? JAPANESE_POLICY_WORDS : ENGLISH_POLICY_WORDS;
  if (out === undefined || !isOutput(out)) {
    throw new UnusableOptions(`--out: ${Object.keys(OUTPUTS).join(', ')}`);
  }
  if (updateUrl !== undefined && !isWebAddress(updateUrl)) throw new UnusableOptions(words.noAddress);
  if ((key === undefined) !== (updateUrl === undefined)) throw new UnusableOptions(words.keyWithAddress);
  return {
    out,
    file: policy ?? EXAMPLE,
    folder: to ?? `matta-policy/${out}`,
    words,
    own: key === undefined || updateUrl === undefined ? null : { keyFile: key, updateUrl },
  };
}

function valuesIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { out: text, policy: text, to: text, lang: text, key: text, 'update-url': text } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UnusableOptions(error instanceof Error ? error.message : String(error));
  }
}

function isOutput(name: string): name is OutputName {
  return Object.hasOwn(OUTPUTS, name);
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
