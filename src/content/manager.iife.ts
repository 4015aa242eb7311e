/**
 * Matta on LINE's manager page, in every frame of it: see `chat.iife.ts`. Runs right before `network-gate.iife.ts`, which hands
 * its port over to this script. Composition only.
 */
import type { Clock } from '../domain/clock.ts';
import type { ManagerContext } from '../features/manager-context.ts';
import { MANAGER_FEATURES, MANAGER_FRAME_FEATURES } from '../features/manager-features.ts';
import { Troubles } from '../features/troubles.ts';
import { linkWorker } from '../features/worker-link.ts';
import { openManagerPage } from '../line/manager/open-manager-page.ts';
import { createClient, sendWithin } from '../messaging/bus.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { type Lifetime, startLifetime } from '../platform/lifetime.ts';
import { answerReportRequests } from './diagnostic-report.ts';
import { GateNewsSource } from './gate-news.ts';
import { HeldRequestsLink } from './held-requests-link.ts';
import { keepManagerSettings } from './keep-manager-settings.ts';
import { ManagerSettingsSource } from './manager-settings.ts';
import { refuseAfterEnd } from './refuse-after-end.ts';
import { sayOrphaned } from './say-orphaned.ts';

/** The slowest honest answer, of a worker that has to be started first, takes a fraction of this. */
const PATIENCE_MS = 10_000;

const lifetime = startLifetime(document);
if (lifetime !== null) start(lifetime);

function start(lifetime: Lifetime): void {
  const { signal } = lifetime;
  const clock: Clock = { now: () => Date.now() };
  const troubles = new Troubles();
  const send = (message: unknown) => contentBrowser.runtime.sendMessage(message);
  const ask = createClient(sendWithin(send, PATIENCE_MS));
  const worker = linkWorker(ask, troubles, () => lifetime.check());
  const gate = new HeldRequestsLink(window);
  const page = openManagerPage(document, clock, signal, {
    openRoot: (element) =>
      element instanceof HTMLElement ? contentBrowser.dom.openOrClosedShadowRoot(element) : null,
  });
  const settings = new ManagerSettingsSource(worker, page, signal, lifetime.check);
  const news = new GateNewsSource(signal);
  const isTop = window.top === window;
  const context: ManagerContext = { document, page, clock, settings, worker, troubles, gate, news, isTop };

  keepManagerSettings(settings, page, signal);
  refuseAfterEnd(gate, signal);
  for (const startFeature of isTop ? MANAGER_FEATURES : MANAGER_FRAME_FEATURES) startFeature(context, signal);
  if (isTop) {
    answerReportRequests(page, signal);
    sayOrphaned(settings, document, signal, 'noticeOrphanedManager');
  }
}
