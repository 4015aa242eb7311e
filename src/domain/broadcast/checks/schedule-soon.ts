import { MINUTE } from '../../clock.ts';
import type { Check } from '../finding.ts';
import { slashTime } from '../text/day.ts';

/** line-broadcast-page.md §9, item 5: less than this leaves no time to stop it. */
const SOON_MS = 5 * MINUTE;

/** Reserved, but for so soon that hardly anybody can still stop it. */
export const scheduleSoon: Check = {
  name: 'schedule-soon',
  level: 'warn',
  find: ({ broadcast: { schedule }, now }) =>
    schedule.kind === 'at' && schedule.at > now && schedule.at - now < SOON_MS
      ? [{ key: 'checkScheduleSoon', values: [slashTime(schedule.at)] }]
      : [],
};
