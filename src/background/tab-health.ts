import * as v from 'valibot';
import type { ClockReading } from '../domain/unsend/clock-reading.ts';
import { clockCorrectionSchema, type HealthReport, healthReportSchema } from '../messaging/protocol.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { StorageArea } from '../storage/storage-area.ts';
import type { Listenable, Report } from './ports.ts';

const KEY = 'tab-health';
const CORRECTION_KEY = 'clock-correction';

const correctionSchema = v.fallback(clockCorrectionSchema, 0);

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

  async note(tabId: number, report: HealthReport): Promise<void> {
    await this.#change((reports) => reports.set(tabId, report));
    await this.#inTurn(() => this.#noteCorrection(report.clockCorrectionMs));
  }

  /**
   * What the open pages know of this computer's clock. The largest correction since the browser started counts: a page
   * that has seen no proof of a slow clock does not take another's away.
   */
  async clock(): Promise<ClockReading> {
    const [reports, correctionMs] = await Promise.all([this.#read(), this.#correction()]);
    const isWrong = [...reports.values()].some(({ clockCorrectionMs }) => clockCorrectionMs === null);
    return { isWrong, correctionMs };
  }

  forget(tabId: number): Promise<void> {
    return this.#change((reports) => reports.delete(tabId));
  }

  async #correction(): Promise<number> {
    return v.parse(correctionSchema, (await this.#session.get(CORRECTION_KEY))[CORRECTION_KEY]);
  }

  async #noteCorrection(correctionMs: number | null): Promise<void> {
    if (correctionMs === null || correctionMs <= (await this.#correction())) return;
    await this.#session.set({ [CORRECTION_KEY]: correctionMs });
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
  readonly onUpdated: Listenable<[tabId: number, change: { status?: string | undefined }]>;
}

/** Forgets the report of a tab that is closed or loads something: the next page reports for itself. */
export function forgetLeftTabs(health: TabHealth, tabs: TabEvents, report: Report): void {
  const forget = (tabId: number): void => {
    health.forget(tabId).catch((error) => report('forget a tab', error));
  };
  tabs.onRemoved.addListener(forget);
  tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') forget(tabId);
  });
}
