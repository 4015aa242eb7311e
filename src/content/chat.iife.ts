/**
 * Matta on LINE's chat page. One self-contained file, so that it starts before the page's own scripts and leaves nothing
 * for the page to load: docs/architecture.md. Composition only.
 */
import type { Clock } from '../domain/clock.ts';
import { CHAT_FEATURES } from '../features/chat-features.ts';
import type { FeatureContext } from '../features/feature.ts';
import { Troubles } from '../features/troubles.ts';
import { linkWorker } from '../features/worker-link.ts';
import { openChatPage } from '../line/chat/open-chat-page.ts';
import { createClient } from '../messaging/bus.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { type Lifetime, startLifetime } from '../platform/lifetime.ts';
import { answerReportRequests } from './diagnostic-report.ts';
import { keepSettings } from './keep-settings.ts';
import { PageSettingsSource } from './page-settings.ts';
import { sayOrphaned } from './say-orphaned.ts';

const lifetime = startLifetime(document);
if (lifetime !== null) start(lifetime);

function start(lifetime: Lifetime): void {
  const { signal } = lifetime;
  const clock: Clock = { now: () => Date.now() };
  const troubles = new Troubles();
  const ask = createClient((message) => contentBrowser.runtime.sendMessage(message));
  const worker = linkWorker(ask, troubles, () => lifetime.check());
  const settings = new PageSettingsSource(worker, signal, lifetime.check);
  const page = openChatPage(document, clock, signal);
  const context: FeatureContext = { document, page, clock, settings, worker, troubles };

  keepSettings(settings, page, signal);
  answerReportRequests(page, signal);
  sayOrphaned(settings, document, signal);
  for (const startFeature of CHAT_FEATURES) startFeature(context, signal);
}
