import type { CDPSession, Page } from 'playwright-core';

/** What the main thread of a page has computed, ms of processor time, so that a busy machine does not count. */
export interface Cpu {
  /** Everything: script, style, layout, painting. */
  readonly task: number;
  readonly script: number;
}

/** Measures processor time of one page's main thread. */
export class CpuMeter {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<CpuMeter> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new CpuMeter(session);
  }

  /** What has been computed since the page began. */
  async read(): Promise<Cpu> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
    return { task: ms('TaskDuration'), script: ms('ScriptDuration') };
  }

  /** What is computed while something is done. */
  async during(act: () => Promise<unknown>): Promise<Cpu> {
    const before = await this.read();
    await act();
    const after = await this.read();
    return { task: after.task - before.task, script: after.script - before.script };
  }

  /** Bytes of objects that are still in use, those of scripts and of the browser's own side of them. */
  async heap(): Promise<number> {
    for (let time = 0; time < 3; time += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const usage: Readonly<Record<string, unknown>> = {
      ...(await this.#session.send('Runtime.getHeapUsage')),
    };
    return Number(usage['usedSize']) + Number(usage['embedderHeapUsedSize'] ?? 0);
  }
}
