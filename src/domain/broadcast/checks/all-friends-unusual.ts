import type { Check } from '../finding.ts';

/** The habit is read from this many of the newest broadcasts, and from no fewer than {@link LEAST_HISTORY}. */
const MOST_HISTORY = 10;
const LEAST_HISTORY = 5;
const LEAST_NARROWED = 3;

/** To all friends, although this account usually narrows its audience: as the policy says, or as its history shows. */
export const allFriendsUnusual: Check = {
  name: 'all-friends-unusual',
  level: 'warn',
  find: ({ broadcast, history, policy: { usualAudience } }) => {
    if (broadcast.audience.kind !== 'all' || usualAudience === 'all') return [];
    if (usualAudience === 'narrowed') return [{ key: 'checkAllFriendsNarrowed' }];
    const known = history.filter(({ audience }) => audience !== 'unclear').slice(0, MOST_HISTORY);
    const narrowed = known.filter(({ audience }) => audience === 'narrowed').length;
    const isHabit =
      known.length >= LEAST_HISTORY && narrowed >= LEAST_NARROWED && narrowed > known.length / 2;
    if (!isHabit) return [];
    return [{ key: 'checkAllFriendsUnusual', values: [String(known.length), String(narrowed)] }];
  },
};
