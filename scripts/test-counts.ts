/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm;

/** The counts in the last line of a run's output (count-reporter.ts); a run without one has failed. */
export function readCounts(output: string): Counts {
  const last = [...output.matchAll(LINE)].at(-1);
  if (last === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
}

/** The same line for several runs together. */
export function sumOf(runs: readonly Counts[]): string {
  const sum = (key: keyof Counts) => runs.reduce((total, counts) => total + counts[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}
