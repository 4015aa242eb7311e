import type { HealthProblem, HealthState } from '../../domain/health.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { IconName } from '../../ui/icon.tsx';

/** What the popup may find in a tab. `none`: no chat page of LINE's. `silent`: a chat page, but Matta does not run in it. */
export type PageState = HealthState | 'none' | 'silent';

interface PageStateLook {
  readonly icon: IconName;
  readonly text: MessageKey;
  /** A content script is there and can write a diagnostic report. */
  readonly reads: boolean;
  /** A person should do something about it. */
  readonly needsHelp: boolean;
}

/** Each state of a page in a sign and words. */
export const PAGE_STATES: Readonly<Record<PageState, PageStateLook>> = {
  none: { icon: 'idle', text: 'popupPageNone', reads: false, needsHelp: false },
  silent: { icon: 'warn', text: 'popupPageSilent', reads: false, needsHelp: true },
  starting: { icon: 'clock', text: 'popupPageStarting', reads: true, needsHelp: false },
  idle: { icon: 'idle', text: 'popupPageIdle', reads: true, needsHelp: false },
  healthy: { icon: 'check', text: 'popupPageHealthy', reads: true, needsHelp: false },
  degraded: { icon: 'warn', text: 'popupPageDegraded', reads: true, needsHelp: true },
  lost: { icon: 'urgent', text: 'popupPageLost', reads: true, needsHelp: true },
};

/** Each reason why a page is not fully understood, in words. */
export const PROBLEMS: Readonly<Record<HealthProblem, MessageKey>> = {
  'rows-not-found': 'popupProblemRows',
  'direction-unclear': 'popupProblemDirection',
  'ids-distrusted': 'popupProblemIds',
  'clock-wrong': 'popupProblemClock',
  'times-unreadable': 'popupProblemTimes',
};
