import type { Flaw } from './rule.ts';

/**
 * What could not be taken as it was stored. `not-a-policy`: nothing of it can be read. `newer`: a newer Matta wrote it, and it is read
 * as far as it is known. `not-for-accounts`: a rule of the whole browser among those of one account. `invalid`: damaged.
 * `unknown`: kept, and without effect. `too-many`: more than is allowed; what may be loosened is cut. `vanished`: a field of a managed
 * policy that is not there any more, and `gone`: the whole of it; what they said last holds. `forgotten`: nobody can tell any more
 * what it said. `out-of-date`: a signed policy that should have been replaced, and holds on; `altered`: one that somebody changed
 * where it is kept, and is as strict as can be.
 */
export interface LayerProblem {
  readonly kind:
    | Flaw['kind']
    | 'not-a-policy'
    | 'newer'
    | 'not-for-accounts'
    | 'vanished'
    | 'gone'
    | 'forgotten'
    | 'out-of-date'
    | 'altered';
  /** The name of the rule, as it was stored; null: the layer as a whole. */
  readonly key: string | null;
  /** The account among whose rules it stood. */
  readonly account: string | null;
  /** The entry of a list or the name in a table, where only that is meant. */
  readonly part: string | null;
}

/** More of them tell nobody anything. */
export const MOST_PROBLEMS = 100;
const LONGEST_NAME = 60;

/** A problem of the layer as a whole. */
export function wholeProblem(kind: LayerProblem['kind'], key: string | null = null): LayerProblem {
  return { kind, key, account: null, part: null };
}

/** The first problems, with names that can be shown. */
export function shownProblems(problems: readonly LayerProblem[]): readonly LayerProblem[] {
  return problems
    .slice(0, MOST_PROBLEMS)
    .map(({ kind, key, account, part }) => ({ kind, key: cut(key), account: cut(account), part: cut(part) }));
}

function cut(name: string | null): string | null {
  return name === null ? null : name.slice(0, LONGEST_NAME);
}
