import { MINUTE } from '../../clock.ts';
import type { Check } from '../finding.ts';
import { slashTime } from '../text/day.ts';

/** Reserved, but for so soon, by the policy's measure, that hardly anybody can still stop it. */
export const scheduleSoon: Check = {
  name: 'schedule-soon',
  level: 'warn',
  find: ({ broadcast: { schedule }, now, policy: { leadMinutes } }) =>
    schedule.kind === 'at' && schedule.at > now && schedule.at - now < leadMinutes * MINUTE
      ? [{ key: 'checkScheduleSoon', values: [slashTime(schedule.at), String(leadMinutes)] }]
      : [],
};
