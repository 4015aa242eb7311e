import type { Check } from '../finding.ts';

/** Also posted to LINE VOOM, where everybody can see it; in some accounts that is on from the start. */
export const voomOn: Check = {
  name: 'voom-on',
  level: 'warn',
  find: ({ broadcast }) => (broadcast.voom === true ? [{ key: 'checkVoomOn' }] : []),
};
