import type { Check } from '../finding.ts';

/** A second person approved something else than what is about to go. */
export const changedAfterApproval: Check = {
  name: 'changed-after-approval',
  level: 'block',
  find: (context) => (context.changedAfterApproval ? [{ key: 'checkChangedAfterApproval' }] : []),
};
