import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import type { Matta } from './launch-matta.ts';

/** The worker was told to stop and did not, within a time that is many times what it needs. */
export class WorkerNotStopped extends Error {
  override name = 'WorkerNotStopped';
}

const patienceMs = 10_000;
const STOP_AGAIN_MS = 1_000;

/**
 * Stops the background worker, as Chromium does with an idle one; the next event starts a new one without memory.
 *
 * Chromium never stops a worker by itself while Playwright is attached. Playwright reports nothing about the stop, so
 * a test proves the new life by something that the worker holds in memory.
 */
export function killWorker({ context, extensionId }: Matta): Promise<void> {
  return stopWorker(context, extensionId);
}

/** The extension's worker, running: `evaluate` on a stopped one would wait for ever. */
export async function runningWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const worker = await reportedWorker(context, extensionId);
  await start(context, extensionId);
  return worker;
}

/** So often a worker is started anew that runs without a word to Playwright. */
const NEW_STARTS = 4;

/** A browser that has just started sometimes runs a worker without a word to Playwright; one that it starts anew it reports. */
async function reportedWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => new URL(worker.url()).host === extensionId;
  const known = () => context.serviceWorkers().find(isOurs);
  for (let starts = 0; starts < NEW_STARTS; starts += 1) {
    const reported = known() ?? (await nextWorker(context, isOurs, patienceMs).catch(known));
    if (reported !== undefined) return reported;
    await stopWorker(context, extensionId);
    await start(context, extensionId);
  }
  return known() ?? nextWorker(context, isOurs, patienceMs);
}

function nextWorker(
  context: BrowserContext,
  predicate: (worker: Worker) => boolean,
  timeout: number,
): Promise<Worker> {
  return context.waitForEvent('serviceworker', { predicate, timeout });
}

function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  return withServiceWorkers(context, async (session) => {
    const stopped = workerStopped(session, extensionId);
    await session.send('ServiceWorker.enable');
    const stop = () => session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
    await stop();
    // One that is just being started for the next message may not have heard it.
    const again = setInterval(stop, STOP_AGAIN_MS);
    await stopped.finally(() => clearInterval(again));
  });
}

function start(context: BrowserContext, extensionId: string): Promise<void> {
  return withServiceWorkers(context, async (session) => {
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${extensionId}/` });
  });
}

/** Resolves when the extension's worker is reported as stopped, which is at once if it does not run. */
function workerStopped(session: CDPSession, extensionId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new WorkerNotStopped(`the worker still runs after ${patienceMs} ms`)),
      patienceMs,
    );
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const ours = versions.filter((version) => new URL(version.scriptURL).host === extensionId);
      if (ours.length === 0 || ours.some((version) => version.runningStatus !== 'stopped')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Chromium's control of service workers is reached through a page; any will do. */
async function withServiceWorkers(
  context: BrowserContext,
  work: (session: CDPSession) => Promise<void>,
): Promise<void> {
  const [open] = context.pages();
  const page = open ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await work(session);
  await session.detach();
  if (open === undefined) await page.close();
}
