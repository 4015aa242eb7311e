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

/** `npm run verify -- FILE`: checks a saved journal. The exit code is 0 only for one that is as Matta wrote it. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { file, words, trusted } = options;
  const report = await reportOn(await readFile(file, 'utf8'), { sha256, isSignedBy }, trusted);
  for (const { text, items } of tell(report, words)) {
    console.log(text);
    for (const item of items) console.log(`  - ${item}`);
  }
  return report.count > 0 && report.faults.length === 0 ? 0 : 1;
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
