import type { PolicyLevel } from '../../policy/gate-rules.ts';
import type { Check, CheckContext, Finding, Found, Level } from '../finding.ts';
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

/** The findings of one check, the gravest of them where there are too many; none when the policy has switched it off. */
export function findingsOf(check: Check, context: CheckContext): readonly NumberedFinding[] {
  const wanted = context.policy.checkLevels[check.name] ?? check.level;
  if (wanted === 'off') return [];
  return check
    .find(context)
    .map((found) => ({
      check: check.name,
      level: levelOf(found, check.level, wanted),
      key: found.key,
      values: found.values ?? [],
      stretch: found.stretch ?? null,
    }))
    .toSorted((a, b) => RANK[a.level] - RANK[b.level])
    .slice(0, MOST_FINDINGS_PER_CHECK)
    .map((finding, place) => ({ ...finding, id: `${check.name}-${place + 1}` }));
}

/**
 * What the policy makes of one finding. A check that it takes more seriously takes all it finds at least so seriously, and the
 * other way round; at its own level the check may tell grave from harmless, as a card number from a shop's telephone.
 */
function levelOf({ level }: Found, own: Level, wanted: Exclude<PolicyLevel, 'off'>): Level {
  if (level === undefined) return wanted;
  if (wanted === own) return level;
  const isStricter = RANK[wanted] < RANK[own];
  return RANK[level] < RANK[wanted] === isStricter ? level : wanted;
}
