import type { HealthProblem, HealthState } from '../domain/health.ts';

/** What was seen of one open conversation. `sampled` rows are those near the view. */
export interface HealthSample {
  /** A message list, or at least a line of the page's own, was found. */
  readonly listFound: boolean;
  readonly rowsSampled: number;
  /** Of those: rows for which nothing tells who sent them or what they are. */
  readonly unclear: number;
  /** Of those: outgoing messages, and how many of them have a certain send time. */
  readonly outgoing: number;
  readonly timed: number;
  readonly idsDistrusted: boolean;
  readonly clockWrong: boolean;
  /** A second look, by other signs, has found other rows or other senders. */
  readonly readingsDiffer: boolean;
}

/** More than this share of rows that cannot be told apart means that the page has changed. */
const UNCLEAR_SHARE = 0.1;

/** Judges a sample of an open conversation. */
export function judgeHealth(sample: HealthSample): {
  state: HealthState;
  problems: readonly HealthProblem[];
} {
  if (!sample.listFound) return { state: 'lost', problems: ['rows-not-found'] };
  const problems: HealthProblem[] = [];
  if (sample.unclear > sample.rowsSampled * UNCLEAR_SHARE) problems.push('direction-unclear');
  if (sample.clockWrong) problems.push('clock-wrong');
  if (sample.idsDistrusted) problems.push('ids-distrusted');
  if (!sample.clockWrong && sample.timed * 2 < sample.outgoing) problems.push('times-unreadable');
  if (sample.readingsDiffer) problems.push('readings-differ');
  // More messages without a badge for no known reason than messages with one: what is shown is the exception.
  const lost = problems.includes('direction-unclear') && sample.unclear > sample.outgoing;
  return { state: lost ? 'lost' : problems.length > 0 ? 'degraded' : 'healthy', problems };
}
