import type { Check } from '../finding.ts';

/** 配信メッセージ数の上限 is set: those beyond it get nothing. */
export const limitSet: Check = {
  name: 'limit-set',
  level: 'inform',
  find: ({ broadcast: { audience } }) =>
    audience.limit === null ? [] : [{ key: 'checkLimitSet', values: [String(audience.limit)] }],
};
