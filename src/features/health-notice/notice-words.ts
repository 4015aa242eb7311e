import type { HealthProblem } from '../../domain/health.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { Trouble } from '../troubles.ts';

/** What the notice says of each problem of a page. */
export const PROBLEM_TEXTS = {
  'rows-not-found': 'noticeRowsNotFound',
  'direction-unclear': 'noticeDirectionUnclear',
  'ids-distrusted': 'noticeIdsDistrusted',
  'clock-wrong': 'noticeClockWrong',
  'times-unreadable': 'noticeTimesUnreadable',
  'readings-differ': 'noticeReadingsDiffer',
  'editor-not-recognised': 'noticeEditorNotRecognised',
  'page-not-hooked': 'noticePageNotHooked',
  'gate-not-enforced': 'noticeGateNotEnforced',
} as const satisfies Record<HealthProblem, MessageKey>;

/** What a trouble means for broadcasts; troubles of the store of sent messages mean nothing for them. */
export function troubleOnManager(trouble: Trouble): MessageKey | null {
  switch (trouble) {
    case 'troubleWorkerUnreachable':
      return 'noticeGateUnreachable';
    case 'troubleUnconfirmed':
      return trouble;
    case 'troubleStoreFull':
    case 'troubleStoreRebuilt':
    case 'troubleStoreRefused':
      return null;
  }
}
