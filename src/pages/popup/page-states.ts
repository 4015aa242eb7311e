import type { HealthProblem, HealthState } from '../../domain/health.ts';
import type { HealthReport } from '../../messaging/protocol.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { IconName } from '../../ui/icon.tsx';

/** What a manager page can be to the gate. */
type GuardPageState =
  | 'gate-starting'
  | 'gate-idle'
  | 'gate-guarding'
  | 'gate-unrecognised'
  /** The settings hold nothing. */
  | 'gate-off';

/**
 * What the popup may find in a tab. `none`: no page of LINE's. `silent`: a page of LINE's in which Matta does not run. A
 * health state alone is that of a chat page.
 */
export type PageState = HealthState | GuardPageState | 'none' | 'silent';

interface PageStateLook {
  readonly icon: IconName;
  readonly text: MessageKey;
  /** A content script is there and can write a diagnostic report. */
  readonly reads: boolean;
  /** A person should do something about it. */
  readonly needsHelp: boolean;
  /** What that is, where the words of the state do not say it. */
  readonly advice: MessageKey | null;
}

const FINE = { reads: true, needsHelp: false, advice: null } as const;
const UNWELL = { reads: true, needsHelp: true, advice: 'popupPageAdvice' } as const;

/** Each state of a page in a sign and words. */
export const PAGE_STATES: Readonly<Record<PageState, PageStateLook>> = {
  none: { ...FINE, icon: 'idle', text: 'popupPageNone', reads: false },
  silent: { ...UNWELL, icon: 'warn', text: 'popupPageSilent', reads: false, advice: null },
  starting: { ...FINE, icon: 'clock', text: 'popupPageStarting' },
  idle: { ...FINE, icon: 'idle', text: 'popupPageIdle' },
  healthy: { ...FINE, icon: 'check', text: 'popupPageHealthy' },
  degraded: { ...UNWELL, icon: 'warn', text: 'popupPageDegraded' },
  lost: { ...UNWELL, icon: 'urgent', text: 'popupPageLost' },
  'gate-starting': { ...FINE, icon: 'clock', text: 'popupGateStarting' },
  'gate-idle': { ...FINE, icon: 'idle', text: 'popupGateIdle' },
  'gate-guarding': { ...FINE, icon: 'check', text: 'popupGateGuarding' },
  'gate-unrecognised': { ...UNWELL, icon: 'urgent', text: 'popupGateUnrecognised' },
  'gate-off': { ...UNWELL, icon: 'warn', text: 'popupGateOff', advice: 'popupGateOffAdvice' },
};

/** The state that a report tells of. */
export function pageStateOf({ page, state, problems }: HealthReport): PageState {
  if (page === 'chat') return state;
  if (problems.includes('gate-not-enforced')) return 'gate-off';
  switch (state) {
    case 'starting':
      return 'gate-starting';
    case 'idle':
      return 'gate-idle';
    case 'healthy':
      return 'gate-guarding';
    case 'degraded':
    case 'lost':
      return 'gate-unrecognised';
  }
}

/** Each reason why a page is not fully understood, in words. */
export const PROBLEMS: Readonly<Record<HealthProblem, MessageKey>> = {
  'rows-not-found': 'popupProblemRows',
  'direction-unclear': 'popupProblemDirection',
  'ids-distrusted': 'popupProblemIds',
  'clock-wrong': 'popupProblemClock',
  'times-unreadable': 'popupProblemTimes',
  'readings-differ': 'popupProblemReadings',
  'editor-not-recognised': 'popupProblemEditor',
  'page-not-hooked': 'popupProblemNotHooked',
  'gate-not-enforced': 'popupProblemNotEnforced',
};
