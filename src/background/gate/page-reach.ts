import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import { MANAGER_ORIGIN } from '../../domain/line-address.ts';
import type { TabMessage } from '../../messaging/to-tab.ts';
import { isNobodyThere } from '../nobody-there.ts';
import type { Report, Tabs } from '../ports.ts';
import { type ContentScript, isolated, type Scripting } from '../reinject.ts';

const MANAGER_PAGES = `${MANAGER_ORIGIN}/*`;

/** What is needed to speak to pages, and to put our script where it is missing. */
export interface PageReachPorts {
  readonly tabs: Tabs;
  readonly scripting: Scripting;
  readonly contentScripts: readonly ContentScript[];
  readonly report: Report;
}

/** Speaks to the manager's pages. */
export class PageReach {
  readonly #ports: PageReachPorts;

  constructor(ports: PageReachPorts) {
    this.#ports = ports;
  }

  /** Tells the page in a tab something that may be missed. */
  async tell(tabId: number, message: TabMessage): Promise<void> {
    try {
      await this.#ports.tabs.sendMessage(tabId, message, { frameId: 0 });
    } catch (error) {
      if (!isNobodyThere(error)) this.#ports.report('tell a page', error);
    }
  }

  /**
   * Opens the checklist in the page of a tab: where nobody listens, our script is put there first. A page that was loaded
   * after the request is another one, which knows nothing of it.
   * @param stoppedAt when the request was stopped, as `performance.now()` of this worker; null when that is not known
   */
  async askFor(tabId: number, attempt: Attempt, stoppedAt: number | null): Promise<void> {
    const { tabs, scripting, contentScripts } = this.#ports;
    const ask = () => {
      const ageMs = stoppedAt === null ? null : Math.max(0, performance.now() - stoppedAt);
      return tabs.sendMessage(tabId, { push: 'ask-for', attempt, ageMs }, { frameId: 0 });
    };
    try {
      await ask();
    } catch (error) {
      if (!isNobodyThere(error)) throw error;
      for (const { matches = [], js = [] } of contentScripts.filter(isolated)) {
        if (!matches.includes(MANAGER_PAGES)) continue;
        await scripting.executeScript({ target: { tabId }, files: [...js], injectImmediately: true });
      }
      await ask();
    }
  }

  /** The tabs in which somebody may be looking at the manager. */
  async managersInFront(): Promise<readonly number[]> {
    const tabs = await this.#ports.tabs.query({ url: [MANAGER_PAGES], active: true });
    return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }
}
