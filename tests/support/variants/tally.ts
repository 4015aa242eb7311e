import type { Judged, Verdict } from './verdict.ts';

/** The smallest seeds of each kind of failure that are named. */
const NAMED = 8;

interface Noted extends Judged {
  readonly seed: number;
  readonly by: readonly string[];
}

/** Counts the verdicts of many variants. */
export class Tally {
  readonly #noted: Noted[] = [];

  note(seed: number, by: readonly string[], judged: Judged): void {
    this.#noted.push({ seed, by, ...judged });
  }

  count(verdict: Verdict): number {
    return this.#noted.filter((one) => one.verdict === verdict).length;
  }

  /** The share of variants on which Matta is right, 0 to 1. */
  rightShare(): number {
    return this.count('right') / Math.max(1, this.#noted.length);
  }

  /** The first failures of a kind, each as a sentence with its seed. */
  first(verdict: Verdict): readonly string[] {
    return this.#noted
      .filter((one) => one.verdict === verdict)
      .slice(0, NAMED)
      .map(({ seed, by, reasons }) => `seed ${seed} (${by.join(', ')}): ${reasons.slice(0, 3).join('; ')}`);
  }

  /** All of it in lines, for a terminal. */
  report(title: string): string {
    const verdicts: readonly Verdict[] = ['right', 'cannot tell', 'silent', 'wrong'];
    const counts = verdicts.map((verdict) => `${this.count(verdict)} ${verdict}`).join(', ');
    const share = (this.rightShare() * 100).toFixed(1);
    const failures = (['wrong', 'silent', 'cannot tell'] as const).flatMap((verdict) =>
      this.first(verdict).map((line) => `  ${verdict}: ${line}`),
    );
    return [`${title}: ${counts} (${share} % right)`, ...failures].join('\n');
  }
}
