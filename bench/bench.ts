import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildExtension } from '../scripts/build-extension.ts';
import { chromiumPath } from '../tests/support/browser/chromium-path.ts';
import { GOALS } from './goals.ts';
import { measureGate } from './groups/gate.ts';
import type { GroupContext } from './groups/group.ts';
import { measureMinute } from './groups/minute.ts';
import { measureRows } from './groups/rows.ts';
import { measureSizes } from './groups/sizes.ts';
import { measureStorage } from './groups/storage.ts';
import { measureWorker } from './groups/worker.ts';
import { type BenchOptions, GROUPS, type GroupName, parseBenchOptions } from './options.ts';
import { judge } from './report/goal.ts';
import { writeReadmeTable } from './report/readme-table.ts';
import { report } from './report/report.ts';
import { Samples } from './report/samples.ts';

const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));
const RAW = fileURLToPath(new URL('../.cache/bench.json', import.meta.url));

const MEASURE: Readonly<Record<GroupName, (context: GroupContext) => Promise<void>>> = {
  sizes: measureSizes,
  gate: measureGate,
  storage: measureStorage,
  worker: measureWorker,
  rows: measureRows,
  minute: measureMinute,
};

/** `npm run bench`: measures what Matta costs. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const options = parseBenchOptions(args);
  const [started, [load = Number.NaN]] = [performance.now(), loadavg()];
  await Promise.all([buildExtension(), buildExtension('open-roots')]);
  await mkdir(dirname(RAW), { recursive: true });
  const samples = new Samples();
  const say = (what: string) => {
    console.error(`${Math.round((performance.now() - started) / 1_000)} s  ${what}`);
  };
  for (const group of options.groups) {
    await MEASURE[group]({ samples, quick: options.quick, say });
    await writeFile(RAW, JSON.stringify(samples.all()));
  }
  const results = GOALS.map((goal) => judge(goal, samples));
  const text = report(samples, results, {
    command: ['npm run bench', ...(args.length === 0 ? [] : ['--', ...args])].join(' '),
    seconds: (performance.now() - started) / 1_000,
    browser: await browserVersion(),
    at: new Date(),
    load,
  });
  console.log(text);
  if (isWhole(options)) {
    await writeFile(RESULTS, text);
    await writeReadmeTable(samples);
  }
  if (!options.check) return 0;
  const missed = results.filter(
    ({ state }) => state === 'missed' || (isWhole(options) && state === 'not measured'),
  );
  for (const { goal, state } of missed) console.error(`${goal.id} ${state}: ${goal.says}`);
  return missed.length === 0 ? 0 : 1;
}

/** Only the figures of a whole run are kept. */
function isWhole({ quick, groups }: BenchOptions): boolean {
  return !quick && groups.length === GROUPS.length;
}

async function browserVersion(): Promise<string> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}
