import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  /** Microseconds of time, and of the thread's processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly fileName?: string };
}

/** What a page did, as the browser itself noted it. */
export class Trace {
  readonly #events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.#events = events;
  }

  /** Compiling and running a script of the extension for the first time, ms; NaN if it did not run. */
  startOf(file: string): number {
    const total = (name: string) =>
      this.#events
        .filter((event) => event.name === name && fileOf(event).endsWith(file))
        .reduce((sum, event) => sum + msOf(event), 0);
    // The run encloses the compiling, so that the sum of both would count it twice.
    return total('EvaluateScript') || total('v8.compile') || Number.NaN;
  }

  /** The longest run of a function of the extension, ms. */
  longestOwn(): number {
    const own = this.#events.filter(
      ({ name, args }) =>
        (name === 'FunctionCall' || name === 'EvaluateScript') &&
        args?.data?.url?.startsWith('chrome-extension://'),
    );
    return Math.max(0, ...own.map(msOf));
  }
}

function fileOf({ args }: TraceEvent): string {
  return args?.data?.url ?? args?.fileName ?? '';
}

function msOf({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Notes what a page does while `act` runs. */
export async function traced(page: Page, act: () => Promise<unknown>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return new Trace(events);
}
