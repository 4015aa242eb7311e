import type { HealthProblem } from '../../domain/health.ts';
import { type PageState, pageStateOf } from './page-states.ts';
import type { CurrentTab, PopupPorts } from './popup-ports.ts';

/** What is known of the page in the current tab. */
export interface FoundPage {
  readonly tab: CurrentTab | null;
  readonly state: PageState;
  readonly problems: readonly HealthProblem[];
}

/** Looks at the current tab: its last health report, or that there is none. */
export async function findPage(ports: Pick<PopupPorts, 'currentTab' | 'tabHealth'>): Promise<FoundPage> {
  const tab = await ports.currentTab();
  if (tab === null) return { tab, state: 'none', problems: [] };
  const report = await ports.tabHealth(tab.id);
  if (report === null) return { tab, state: tab.side === null ? 'none' : 'silent', problems: [] };
  return { tab, state: pageStateOf(report), problems: report.problems };
}
