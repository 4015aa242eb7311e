import type { HealthProblem } from '../domain/health.ts';
import type { Mode } from '../domain/policy/gate-policy.ts';
import type { ManagerHealth, ManagerPlace } from '../line/manager/manager-page.ts';
import type { GateSettings } from '../messaging/gate-protocol.ts';
import type { ManagerContext } from './manager-context.ts';

/**
 * What Matta does about broadcasts on this page. `guarding`: each is held. `unsure`: it may be that one is not, or that its
 * editor cannot be read. `observing`: none is held, by the settings, but each is recorded. `off`: neither.
 */
export type GuardState = 'guarding' | 'unsure' | 'observing' | 'off';

/** Health of a manager page before it has been looked at. */
export const NOT_LOOKED_YET: ManagerHealth = { state: 'starting', problems: [], anchors: {} };

type GuardContext = Pick<ManagerContext, 'settings' | 'gate'>;

/** What Matta does about broadcasts, from the settings, the link to the page's own world, and how well the page is read. */
export function guardState({ settings, gate }: GuardContext, health: ManagerHealth): GuardState {
  const modes = decidingModes(settings.current());
  if (!modes.includes('enforce')) return modes.includes('observe') ? 'observing' : 'off';
  return gate.connected && isRead(health) ? 'guarding' : 'unsure';
}

/** Whether the page is read as well as it has to be, as far as it has been looked at. */
export function isRead({ state }: ManagerHealth): boolean {
  return state !== 'degraded' && state !== 'lost';
}

/** All that keeps Matta from guarding at this place. Where nothing can be sent, nothing is amiss. */
export function guardProblems(
  { settings, gate }: GuardContext,
  health: ManagerHealth,
  place: ManagerPlace,
): readonly HealthProblem[] {
  if (place === 'other') return health.problems;
  const modes = decidingModes(settings.current());
  return [
    ...health.problems,
    ...(gate.connected ? [] : (['page-not-hooked'] as const)),
    ...(modes.includes('enforce') ? [] : (['gate-not-enforced'] as const)),
  ];
}

/** The two layers that decide; the listener for presses is a courtesy. Until the settings have come, all is held. */
function decidingModes(settings: GateSettings | null): readonly Mode[] {
  return settings === null ? ['enforce'] : [settings.network, settings.lock];
}
