import type { Check, CheckContext, Finding, Level } from '../finding.ts';
import { CHECKS } from './checks.ts';

/** A finding with an id that is unique in its checklist, such as `weekday-mismatch-1`. */
export type NumberedFinding = Finding & { readonly id: string };

/** After so many, one more finding of the same kind tells nobody anything. */
const MOST_FINDINGS_PER_CHECK = 5;

const RANK: Readonly<Record<Level, number>> = { block: 0, warn: 1, inform: 2 };

/** What all checks find: blocks first, then warnings, then the rest, each in the order of {@link CHECKS}. */
export function runChecks(context: CheckContext): readonly NumberedFinding[] {
  return CHECKS.flatMap((check) => findingsOf(check, context)).toSorted(
    (a, b) => RANK[a.level] - RANK[b.level],
  );
}

/** The findings of one check, the gravest of them where there are too many. */
export function findingsOf(check: Check, context: CheckContext): readonly NumberedFinding[] {
  return check
    .find(context)
    .map(({ key, values = [], stretch = null, level = check.level }) => ({
      check: check.name,
      level,
      key,
      values,
      stretch,
    }))
    .toSorted((a, b) => RANK[a.level] - RANK[b.level])
    .slice(0, MOST_FINDINGS_PER_CHECK)
    .map((finding, place) => ({ ...finding, id: `${check.name}-${place + 1}` }));
}
