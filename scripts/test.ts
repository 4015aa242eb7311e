import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ALREADY_BUILT } from '../tests/support/browser/global-setup.ts';
import { buildExtension } from './build-extension.ts';
import { type Counts, readCounts, sumOf } from './test-counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

const BROWSER = ['--project', 'browser'] as const;

/** What tries the gate from end to end: most with several browsers each, all with little patience for a busy machine. */
const ATTACKS = [
  'tests/browser/gate-attacks.test.ts',
  'tests/browser/gate-holes.test.ts',
  'tests/browser/gate-kills.test.ts',
  'tests/browser/gate-live.test.ts',
  'tests/browser/gate-tricks.test.ts',
  'tests/browser/second-person.test.ts',
] as const;

/** What measures time has the machine to itself, and what changes the policy of the whole machine. */
const ALONE = [
  'tests/browser/cost.test.ts',
  'tests/browser/forced-install.test.ts',
  'tests/browser/gate-delay.test.ts',
  'tests/browser/managed-policy.test.ts',
  'tests/browser/network-gate.test.ts',
] as const;

/** As long as all others together. */
const LONG = [
  'tests/browser/every-switch.test.ts',
  'tests/browser/pages.test.ts',
  'tests/browser/soak.test.ts',
] as const;

const OTHERS = [...ATTACKS, ...ALONE, ...LONG].flatMap((file) => ['--exclude', file]);

/** Steps, one after another; the runs of one step are side by side. */
const STEPS: readonly (readonly (readonly string[])[])[] = [
  [['--project', 'unit', '--project', 'page', '--project', 'features']],
  [[...BROWSER, ...ATTACKS]],
  [
    [...BROWSER, ...LONG],
    [...BROWSER, ...OTHERS],
  ],
  [[...BROWSER, ...ALONE]],
];

/** `npm test`: every test, or with names of files or folders only those. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return run(args, {}, (text) => process.stdout.write(text));
  await buildExtension();
  await buildExtension('open-roots');
  const finished: Finished[] = [];
  for (const [first = [], ...others] of STEPS) finished.push(...(await sideBySide(first, others)));
  console.log(`\n${sumOf(finished.map(({ counts }) => counts))}`);
  return finished.every(({ code }) => code === 0) ? 0 : 1;
}

interface Finished {
  readonly code: number;
  readonly output: string;
  readonly counts: Counts;
}

/** Shows what the first run says as it comes, and then what the others have said. */
async function sideBySide(
  first: readonly string[],
  others: readonly (readonly string[])[],
): Promise<readonly Finished[]> {
  const quiet = others.map((args) => runCounted(args));
  const shown = await runCounted(first, (text) => process.stdout.write(text));
  const finished = await Promise.all(quiet);
  for (const { output } of finished) process.stdout.write(output);
  return [shown, ...finished];
}

async function runCounted(args: readonly string[], onText?: (text: string) => void): Promise<Finished> {
  let output = '';
  const code = await run(args, { [ALREADY_BUILT]: '1' }, (text) => {
    output += text;
    onText?.(text);
  });
  return { code, output, counts: readCounts(output) };
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
