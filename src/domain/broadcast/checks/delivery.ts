import type { Instant } from '../../clock.ts';
import type { CheckContext } from '../finding.ts';

/** When the broadcast arrives, as far as is known: the reserved time, or now. */
export function deliveryOf({ broadcast, now }: Pick<CheckContext, 'broadcast' | 'now'>): Instant {
  return broadcast.schedule.kind === 'at' ? broadcast.schedule.at : now;
}
