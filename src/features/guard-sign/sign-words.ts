import type { ManagerHealth } from '../../line/manager/manager-page.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { type GuardState, isRead } from '../guard-state.ts';

/** The one line of the sign. */
export const LABELS = {
  guarding: 'gateSignGuarding',
  unsure: 'gateSignUnsure',
  observing: 'gateSignObserving',
  off: 'gateSignOff',
} as const satisfies Record<GuardState, MessageKey>;

/** What Matta does in this state and what a person can do about it, one paragraph each. */
export function explanationOf(
  state: GuardState,
  health: ManagerHealth,
  isConnected: boolean,
): readonly MessageKey[] {
  return [...sentencesOf(state, health, isConnected), 'gateSignNotCovered', 'gateSignWhere'];
}

function sentencesOf(state: GuardState, health: ManagerHealth, isConnected: boolean): readonly MessageKey[] {
  switch (state) {
    case 'guarding':
      return ['gateSignGuardingText'];
    case 'unsure':
      return [
        ...(isConnected ? [] : (['noticePageNotHooked'] as const)),
        ...(isRead(health) ? [] : (['noticeEditorNotRecognised'] as const)),
      ];
    case 'observing':
      return ['gateSignObservingText'];
    case 'off':
      return ['gateSignOffText'];
  }
}
