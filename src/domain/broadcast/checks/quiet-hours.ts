import { isQuiet } from '../../policy/quiet-hours.ts';
import type { Check } from '../finding.ts';
import { slashTime } from '../text/day.ts';
import { deliveryOf } from './delivery.ts';

/** It would arrive at night or early in the morning, by the hours that the policy calls quiet. */
export const quietHours: Check = {
  name: 'quiet-hours',
  level: 'warn',
  find: (context) => {
    if (context.broadcast.schedule.kind === 'unclear') return [];
    const delivery = deliveryOf(context);
    const date = new Date(delivery);
    if (!isQuiet(date.getHours() * 60 + date.getMinutes(), context.policy.quietHours)) return [];
    return [{ key: 'checkQuietHours', values: [slashTime(delivery)] }];
  },
};
