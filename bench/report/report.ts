import { cpus, totalmem } from 'node:os';
import { ENTRIES } from '../groups/sizes.ts';
import type { GoalResult } from './goal.ts';
import { growthPlot } from './growth-plot.ts';
import type { Samples } from './samples.ts';
import { ratioTable, short, TABLES } from './table.ts';

/** How a run was made. */
export interface RunFacts {
  readonly command: string;
  readonly seconds: number;
  readonly browser: string;
  readonly at: Date;
  /** How many programs wanted the processors on average, at the beginning of the run. */
  readonly load: number;
}

/** Everything that a run has found out, in Markdown. */
export function report(samples: Samples, goals: readonly GoalResult[], run: RunFacts): string {
  const parts = [
    '# What Matta costs, measured',
    '',
    factsOf(run),
    '',
    ...TABLES.map((table) => ratioTable(table, samples)),
    singleFigures(samples),
    growthPlot(samples),
    goalTable(goals),
  ];
  // Of a part that was not measured nothing is left; the blank lines of the head stay.
  return `${parts.filter((part, index) => part !== '' || index < 4).join('\n')}\n`;
}

function factsOf({ command, seconds, browser, at, load }: RunFacts): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `\`${command}\`, ${at.toISOString().slice(0, 10)}, ${Math.round(seconds / 60)} minutes. ${browser}, headless; Node ${process.versions.node}; ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GB; load at the start ${short(load)}. Only ratios mean anything elsewhere.`;
}

function singleFigures(samples: Samples): string {
  const figure = (key: string, unit: string) =>
    samples.has(key) ? `${short(samples.median(key))} ${unit}` : null;
  const entries = ENTRIES.map((name) => [
    `\`${name}\`: bytes, gzipped, compile and first run`,
    [figure(`bytes/1/${name}`, 'B'), figure(`gzip/1/${name}`, 'B'), figure(`start/1/${name}`, 'ms')].join(
      ', ',
    ),
  ]);
  const rows = [
    ...(samples.has('bytes/1/chat') ? entries : []),
    ['a script that does nothing, compile and first run', figure('start/1/empty', 'ms')],
    ['chat of 100 rows: from the start of the document to all badges in view', figure('ready/1/chat', 'ms')],
    ['a release: from the end of the cool-down to the server', figure('release/1/matta', 'ms')],
    ['the worker records one message, there and back', figure('record1/10000/matta', 'ms')],
    ['the worker records 50 messages, there and back', figure('record50/10000/matta', 'ms')],
    ['a minute passes at 1,000 rows, nothing in view can change', figure('tick/1000/matta-old', 'ms')],
    ['a minute passes at 1,000 rows, tab hidden', figure('tick/1000/matta-hidden', 'ms')],
    ['the page alone within the same four seconds', figure('tick/1000/page', 'ms')],
    ['longest own piece of work', figure('longest/10000/matta', 'ms') ?? figure('longest/1000/matta', 'ms')],
    ['movement of the layout by badges', figure('shift/10000/matta', '') ?? figure('shift/1000/matta', '')],
  ].flatMap(([says, value]) => (value ? [`| ${says} | ${value} |`] : []));
  if (rows.length === 0) return '';
  return ['### Single figures', '', '| what | median |', '| --- | --- |', ...rows, ''].join('\n');
}

/** What was promised and how it went. */
export function goalTable(goals: readonly GoalResult[]): string {
  const rows = goals.map(({ goal, estimate, state }) => {
    const { value, low, high } = estimate;
    const measured = state === 'not measured' ? '–' : `${short(value)} (${short(low)} to ${short(high)})`;
    return `| ${goal.id} | ${goal.says} | ${goal.atMost} | ${measured} | ${state === 'missed' ? '**missed**' : state} |`;
  });
  const head = ['| | promise | at most | measured | |', '| --- | --- | --- | --- | --- |'];
  return [
    '### Goals',
    '',
    '`close`: above, but within the noise of this run.',
    '',
    ...head,
    ...rows,
    '',
  ].join('\n');
}
