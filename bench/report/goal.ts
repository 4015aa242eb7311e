import type { Estimate, MedianOf, Samples } from './samples.ts';

/** One promise: a figure that must not be exceeded. */
export interface Goal {
  /** `G1` to `G13`, several of which have parts; `L` for limits that are no ratios. */
  readonly id: string;
  readonly says: string;
  readonly atMost: number;
  readonly measured: (median: MedianOf) => number;
}

/** `close`: above the promise, but not by more than the noise of this run. */
export type GoalState = 'met' | 'close' | 'missed' | 'not measured';

export interface GoalResult {
  readonly goal: Goal;
  readonly estimate: Estimate;
  readonly state: GoalState;
}

/** Compares a promise with what was measured. */
export function judge(goal: Goal, samples: Samples): GoalResult {
  const estimate = samples.estimate(goal.measured);
  return { goal, estimate, state: stateOf(goal, estimate) };
}

function stateOf({ atMost }: Goal, { value, low }: Estimate): GoalState {
  if (Number.isNaN(value)) return 'not measured';
  if (value <= atMost) return 'met';
  return low <= atMost ? 'close' : 'missed';
}

/** What each way costs. */
export function median(m: MedianOf, what: string, count: number): (way: string) => number {
  return (way) => m(`${what}/${count}/${way}`);
}

/** What each way adds to the cost of the page alone; never less than nothing. */
export function added(m: MedianOf, what: string, count: number): (way: string) => number {
  return (way) => Math.max(0, m(`${what}/${count}/${way}`) - m(`${what}/${count}/page`));
}

/** The least cost among some ways. */
export function fastestOf(cost: (way: string) => number, ways: readonly string[]): number {
  return Math.min(...ways.map(cost));
}

/** How many times `base` a cost is; NaN where the base costs nothing that noise leaves: a ratio to nothing promises nothing. */
export function times(cost: number, base: number): number {
  return base > 0 ? cost / base : Number.NaN;
}
