import type { Check } from '../finding.ts';

/** An A/B test is on: not everybody gets the same. */
export const abTest: Check = {
  name: 'ab-test',
  level: 'inform',
  find: ({ broadcast }) => (broadcast.abTest === true ? [{ key: 'checkAbTest' }] : []),
};
