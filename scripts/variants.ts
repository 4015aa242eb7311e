import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/**
 * `npm run variants -- --seeds 20000 [--mutations 3] [--from 0]`: how Matta reads pages that LINE has changed, as many as are
 * asked for. Prints the verdicts and the smallest seeds that fail; docs/line-pages.md. Answers the exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '500' },
      from: { type: 'string', default: '0' },
      mutations: { type: 'string' },
    },
  });
  const numbers = Object.entries(values).filter(([, value]) => value !== undefined);
  const wrong = numbers.find(([, value]) => !/^\d{1,9}$/.test(value));
  if (wrong !== undefined) {
    console.error(`--${wrong[0]} has to be a whole number`);
    return 1;
  }
  const env = Object.fromEntries(numbers.map(([name, value]) => [`VARIANT_${name.toUpperCase()}`, value]));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', '--project', 'page', 'tests/page/variants'], {
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
