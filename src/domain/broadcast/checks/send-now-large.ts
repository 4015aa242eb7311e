import type { Check } from '../finding.ts';

/** At once to many people: nobody could stop it any more. A reservation can be taken back until its time. */
export const sendNowLarge: Check = {
  name: 'send-now-large',
  level: 'block',
  find: ({ broadcast, page: { people }, policy }) =>
    broadcast.schedule.kind === 'now' && people !== null && people >= policy.largeAudience
      ? [{ key: 'checkSendNowLarge', values: [String(people), String(policy.largeAudience)] }]
      : [],
};
