import * as v from 'valibot';
import { type HealthReport, healthReportSchema } from '../messaging/protocol.ts';
import { oneAfterAnother } from '../storage/one-after-another.ts';
import type { StorageArea } from '../storage/storage-area.ts';
import type { Listenable, Report, Tab } from './ports.ts';

const KEY = 'tab-health';

const reportsSchema = v.array(v.tuple([v.pipe(v.number(), v.integer()), healthReportSchema]));

/** The last health report of every tab with a page of LINE's, by tab id. */
export class TabHealth {
  readonly #session: StorageArea;
  readonly #inTurn = oneAfterAnother();

  /** @param session `storage.session`: tab ids mean nothing after a restart of the browser */
  constructor(session: StorageArea) {
    this.#session = session;
  }

  async all(): Promise<ReadonlyMap<number, HealthReport>> {
    return this.#read();
  }

  async of(tabId: number): Promise<HealthReport | null> {
    return (await this.#read()).get(tabId) ?? null;
  }

  note(tabId: number, report: HealthReport): Promise<void> {
    return this.#change((reports) => reports.set(tabId, report));
  }

  forget(tabId: number): Promise<void> {
    return this.#change((reports) => reports.delete(tabId));
  }

  async #read(): Promise<Map<number, HealthReport>> {
    const parsed = v.safeParse(reportsSchema, (await this.#session.get(KEY))[KEY]);
    return new Map(parsed.success ? parsed.output : []);
  }

  #change(edit: (reports: Map<number, HealthReport>) => void): Promise<void> {
    return this.#inTurn(async () => {
      const reports = await this.#read();
      edit(reports);
      await this.#session.set({ [KEY]: [...reports] });
    });
  }
}

export interface TabEvents {
  readonly onRemoved: Listenable<[tabId: number]>;
  readonly onUpdated: Listenable<[tabId: number, change: { status?: string | undefined }, tab: Tab]>;
}

/** Forgets the report of a tab that is closed or leaves LINE's pages. */
export function forgetLeftTabs(health: TabHealth, tabs: TabEvents, report: Report): void {
  const forget = (tabId: number): void => {
    health.forget(tabId).catch((error) => report('forget a tab', error));
  };
  tabs.onRemoved.addListener(forget);
  tabs.onUpdated.addListener((tabId, change, tab) => {
    // The address is told for LINE's pages only, so a tab without one shows something else.
    if (change.status === 'loading' && !isLinePage(tab.url)) forget(tabId);
  });
}

function isLinePage(url: string | undefined): boolean {
  return url !== undefined && /^https:\/\/(chat|manager)\.line\.biz\//.test(url);
}
