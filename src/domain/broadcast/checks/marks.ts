import type { Found, Level } from '../finding.ts';
import { withoutOverlaps } from '../text/span.ts';
import { foundAt, type Passage, spansIn } from './passages.ts';

/** What should not be in a finished text: some of it cannot be meant and blocks, some may be meant and warns. */
export interface Marks {
  readonly sure: { readonly patterns: readonly RegExp[]; readonly key: string };
  readonly likely: { readonly patterns: readonly RegExp[]; readonly key: string };
}

/** All marks in a passage, the sure ones first; one that is both is sure. Patterns are for folded text. */
export function findMarks(passage: Passage, { sure, likely }: Marks): readonly Found[] {
  const found = (patterns: readonly RegExp[]) =>
    withoutOverlaps(patterns.flatMap((pattern) => spansIn(passage, pattern)));
  const certain = found(sure.patterns);
  const doubtful = found(likely.patterns).filter(
    ({ start, end }) => !certain.some((other) => start < other.end && other.start < end),
  );
  const as = (key: string, level: Level) => (span: (typeof certain)[number]) =>
    foundAt(passage, span, key, [], level);
  return [...certain.map(as(sure.key, 'block')), ...doubtful.map(as(likely.key, 'warn'))];
}
