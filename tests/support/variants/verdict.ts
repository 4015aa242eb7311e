/**
 * How Matta copes with a changed page. `right`: it says all that is to be said. `cannot tell`: something is missing, and the
 * page's health or the thing itself says so. `silent`: something is missing, and nothing says so. `wrong`: it states what is not so.
 */
export type Verdict = 'right' | 'cannot tell' | 'silent' | 'wrong';

/** The verdict on one variant, with what led to it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** The worst of all that was found. */
export function judged(found: {
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
  readonly isSaid: boolean;
}): Judged {
  const { wrong, missing, isSaid } = found;
  if (wrong.length > 0) return { verdict: 'wrong', reasons: wrong };
  if (missing.length === 0) return { verdict: 'right', reasons: [] };
  return { verdict: isSaid ? 'cannot tell' : 'silent', reasons: missing };
}
