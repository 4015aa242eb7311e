import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ALREADY_BUILT } from '../tests/support/browser/global-setup.ts';
import { buildExtension } from './build-extension.ts';
import { type Counts, readCounts, sumOf } from './test-counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/** The longest of all tests: every attack on every practice page. It shares a lane with the quick projects. */
const ATTACKS = ['tests/browser/gate-attacks.test.ts', 'tests/browser/gate-holes.test.ts'] as const;

/**
 * Two lanes of runs side by side, since most of what a browser test does is waiting: on two processors they take hardly longer
 * than the longer one. The runs of a lane follow each other.
 */
const LANES: readonly (readonly (readonly string[])[])[] = [
  [
    ['--project', 'unit', '--project', 'page', '--project', 'features'],
    ['--project', 'browser', ...ATTACKS],
  ],
  [['--project', 'browser', ...ATTACKS.flatMap((file) => ['--exclude', file])]],
];

/** `npm test`: every test, or with names of files or folders only those. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return run(args, {}, (text) => process.stdout.write(text));
  await buildExtension();
  await buildExtension('open-roots');
  const finished = await Promise.all(LANES.map(runLane));
  const runs = finished.flat();
  console.log(`\n${sumOf(runs.map(({ counts }) => counts))}`);
  return runs.every(({ code }) => code === 0) ? 0 : 1;
}

interface Finished {
  readonly code: number;
  readonly counts: Counts;
}

/** Each run's output is shown whole when it has ended, so that the lanes do not mix. */
async function runLane(lane: (typeof LANES)[number]): Promise<readonly Finished[]> {
  const finished: Finished[] = [];
  for (const args of lane) {
    let output = '';
    const code = await run(args, { [ALREADY_BUILT]: '1' }, (text) => {
      output += text;
    });
    console.log(output);
    finished.push({ code, counts: readCounts(output) });
  }
  return finished;
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
