import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sha256 } from '../src/platform/digest.ts';
import { isSignedBy } from '../src/platform/signing.ts';
import { reportOn } from '../src/verifier/report.ts';
import { readKeys, tell } from '../src/verifier/tell.ts';
import type { Words } from '../src/verifier/words.ts';
import { ENGLISH } from '../src/verifier/words-en.ts';
import { JAPANESE } from '../src/verifier/words-ja.ts';

const USAGE = 'npm run verify -- FILE.jsonl [--lang ja|en] [--key 64_HEX_DIGITS]…';

interface Options {
  readonly file: string;
  readonly words: Words;
  readonly trusted: readonly string[] | null;
}

/** `npm run verify -- FILE`: checks a saved journal. The exit code is 0 only for one that is as Matta wrote it, 2 where nothing was checked. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsIn(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { file, words, trusted } = options;
  const journal = await textOf(file);
  if (journal === null) {
    console.error(words.cannotRead(file));
    return 2;
  }
  const report = await reportOn(journal, { sha256, isSignedBy }, trusted);
  for (const { text, items } of tell(report, words)) {
    console.log(text);
    for (const item of items) console.log(`  - ${item}`);
  }
  return report.count > 0 && report.faults.length === 0 ? 0 : 1;
}

/** Null where there is no such file, or none that can be read. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** Null for what {@link USAGE} does not say. */
function optionsIn(args: readonly string[]): Options | null {
  try {
    return readOptions(args);
  } catch {
    return null;
  }
}

function readOptions(args: readonly string[]): Options | null {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { lang: { type: 'string' }, key: { type: 'string', multiple: true, default: [] } },
  });
  const [file, ...more] = positionals;
  const trusted = readKeys(values.key.join(' '));
  if (file === undefined || more.length > 0 || trusted === null) return null;
  const language = values.lang ?? process.env['LANG'] ?? '';
  const words = language.startsWith('ja') ? JAPANESE : ENGLISH;
  return { file, words, trusted: trusted.length === 0 ? null : trusted };
}
