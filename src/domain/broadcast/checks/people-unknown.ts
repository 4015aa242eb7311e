import type { Check } from '../finding.ts';

/** The page does not show how many people will get it, so nothing can be compared with it. */
export const peopleUnknown: Check = {
  name: 'people-unknown',
  level: 'inform',
  find: ({ page }) => (page.people === null ? [{ key: 'checkPeopleUnknown' }] : []),
};
