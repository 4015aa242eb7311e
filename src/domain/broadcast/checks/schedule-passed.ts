import type { Check } from '../finding.ts';
import { slashTime } from '../text/day.ts';

/** Reserved for a time that is over: what LINE does then is not known, at worst it sends at once. */
export const schedulePassed: Check = {
  name: 'schedule-passed',
  level: 'block',
  find: ({ broadcast: { schedule }, now }) =>
    schedule.kind === 'at' && schedule.at <= now
      ? [{ key: 'checkSchedulePassed', values: [slashTime(schedule.at)] }]
      : [],
};
