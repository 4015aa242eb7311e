import type { Check } from '../finding.ts';
import { dayOf, slashDay } from '../text/day.ts';
import { deliveryOf } from './delivery.ts';

/** It would arrive on a day that the policy keeps free of broadcasts. */
export const holiday: Check = {
  name: 'holiday',
  level: 'warn',
  find: (context) => {
    if (context.broadcast.schedule.kind === 'unclear') return [];
    const day = dayOf(deliveryOf(context));
    const two = (part: number) => String(part).padStart(2, '0');
    const written = `${day.year}-${two(day.month)}-${two(day.day)}`;
    if (!context.policy.holidays.includes(written)) return [];
    return [{ key: 'checkHoliday', values: [slashDay(day)] }];
  },
};
