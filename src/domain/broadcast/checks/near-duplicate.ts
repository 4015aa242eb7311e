import { DAY } from '../../clock.ts';
import type { Check } from '../finding.ts';
import { likeness } from '../sketch.ts';
import { slashTime } from '../text/day.ts';

/** From this likeness on two texts are the same but for a few words. */
const ALIKE = 0.8;
const REMEMBERED_MS = 30 * DAY;

/** Nearly the same as what was sent in the last 30 days or is reserved: perhaps sent twice, perhaps a copy not yet changed. */
export const nearDuplicate: Check = {
  name: 'near-duplicate',
  level: 'warn',
  find: ({ sketch, history, now }) => {
    const past = history.find(
      ({ at, sketch: other }) => now - at <= REMEMBERED_MS && likeness(sketch, other) >= ALIKE,
    );
    if (past === undefined) return [];
    // A reservation is remembered with the time at which it arrives.
    const key = past.at > now ? 'checkNearDuplicateAhead' : 'checkNearDuplicate';
    return [{ key, values: [slashTime(past.at)] }];
  },
};
