import type { Check, CheckContext } from '../finding.ts';

/** Fewer broadcasts say nothing about what is usual. */
const LEAST_HISTORY = 3;
const TIMES = 2;

/** More than twice as many people as usual, or less than half. */
export const unusualPeople: Check = {
  name: 'unusual-people',
  level: 'warn',
  find: (context) => {
    const { people } = context.page;
    const usual = usualPeople(context);
    if (people === null || usual === null) return [];
    const values = [String(people), String(Math.round(usual))];
    if (people > usual * TIMES) return [{ key: 'checkMorePeopleThanUsual', values }];
    return people < usual / TIMES ? [{ key: 'checkFewerPeopleThanUsual', values }] : [];
  },
};

/** The median of the broadcasts to the same kind of audience where there are enough, else of all; null if too few. */
function usualPeople({ broadcast, history }: CheckContext): number | null {
  const same = history.filter(({ audience }) => audience === broadcast.audience.kind);
  const numbers = (past: typeof history) => past.flatMap(({ people }) => people ?? []);
  return median(numbers(same)) ?? median(numbers(history));
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length < LEAST_HISTORY) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
