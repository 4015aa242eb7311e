import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ALREADY_BUILT } from '../tests/support/browser/global-setup.ts';
import { buildExtension } from './build-extension.ts';
import { type Counts, readCounts, sumOf } from './test-counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/** What attacks the gate from end to end: about half of the work. */
const ATTACKS = [
  'tests/browser/gate-attacks.test.ts',
  'tests/browser/gate-holes.test.ts',
  'tests/browser/gate-kills.test.ts',
  'tests/browser/gate-live.test.ts',
  'tests/browser/gate-tricks.test.ts',
] as const;

/** What measures time has the machine to itself. */
const MEASURING = [
  'tests/browser/cost.test.ts',
  'tests/browser/gate-delay.test.ts',
  'tests/browser/network-gate.test.ts',
] as const;

const OTHERS = [...ATTACKS, ...MEASURING].flatMap((file) => ['--exclude', file]);

/** One after another: browsers that compete for two processors make tests fail that wait for something to be seen. */
const RUNS: readonly (readonly string[])[] = [
  ['--project', 'unit', '--project', 'page', '--project', 'features'],
  ['--project', 'browser', ...ATTACKS],
  ['--project', 'browser', ...OTHERS],
  ['--project', 'browser', ...MEASURING],
];

/** `npm test`: every test, or with names of files or folders only those. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return run(args, {}, (text) => process.stdout.write(text));
  await buildExtension();
  await buildExtension('open-roots');
  const finished: Finished[] = [];
  for (const args of RUNS) finished.push(await runCounted(args));
  console.log(`\n${sumOf(finished.map(({ counts }) => counts))}`);
  return finished.every(({ code }) => code === 0) ? 0 : 1;
}

interface Finished {
  readonly code: number;
  readonly counts: Counts;
}

async function runCounted(args: readonly string[]): Promise<Finished> {
  let output = '';
  const code = await run(args, { [ALREADY_BUILT]: '1' }, (text) => {
    output += text;
    process.stdout.write(text);
  });
  return { code, counts: readCounts(output) };
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onText: (text: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.setEncoding('utf8').on('data', onText);
    child.stderr.setEncoding('utf8').on('data', onText);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
