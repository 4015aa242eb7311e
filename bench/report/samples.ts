/** How the median of some samples is asked for: what is done, with how many rows or records, and who does it. */
export type MedianOf = (key: string) => number;

/**
 * A figure, and where it would lie in nine of ten runs as noisy as this one. NaN where something was not measured, or not
 * clearly enough to be told.
 */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLINGS = 400;
/** So many of them may have no figure at most; of more, the run was too noisy to tell. */
const UNTOLD_PART = 0.1;

/** Everything that a run has measured, by keys such as `switch/1000/matta`. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(key: string, value: number): void {
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [value]);
    else values.push(value);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  median(key: string): number {
    return medianOf(this.#values.get(key) ?? []);
  }

  /**
   * Works out a figure from medians, with its spread by the bootstrap: the samples of each key are drawn anew again and again,
   * always in the same way, so that the same samples lead to the same answer.
   */
  estimate(figure: (median: MedianOf) => number): Estimate {
    const value = figure((key) => this.median(key));
    const random = numbers();
    const all = Array.from({ length: RESAMPLINGS }, () =>
      figure((key) => medianOf(drawFrom(this.#values.get(key) ?? [], random))),
    );
    const drawn = all.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
    if (drawn.length < (1 - UNTOLD_PART) * all.length) {
      return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    }
    const at = (part: number) => drawn[Math.floor(part * (drawn.length - 1))] ?? Number.NaN;
    return { value, low: at(0.05), high: at(0.95) };
  }

  /** Every sample, for the record of a run. */
  all(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(this.#values);
  }
}

/** The middle of some values, between two of an even number; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

function drawFrom(values: readonly number[], random: Iterator<number, never>): readonly number[] {
  return values.map(() => values[Math.floor(random.next().value * values.length)] ?? Number.NaN);
}

/** The same numbers between 0 and 1 on every run. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}
