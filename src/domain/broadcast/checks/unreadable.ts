import type { Check, CheckContext, Found } from '../finding.ts';

/** What Matta could not read it cannot check: a person has to look. */
export const unreadable: Check = {
  name: 'unreadable',
  level: 'warn',
  find: ({ broadcast }) => (broadcast.readable ? unclearParts(broadcast) : [{ key: 'checkUnreadable' }]),
};

function unclearParts({ schedule, audience, bubbles }: CheckContext['broadcast']): readonly Found[] {
  const parts: readonly (readonly [isUnclear: boolean, key: string])[] = [
    [schedule.kind === 'unclear', 'checkScheduleUnclear'],
    [audience.kind === 'unclear', 'checkAudienceUnclear'],
    [bubbles.length === 0 || bubbles.some(({ kind }) => kind === 'unknown'), 'checkContentUnclear'],
  ];
  return parts.flatMap(([isUnclear, key]) => (isUnclear ? [{ key }] : []));
}
