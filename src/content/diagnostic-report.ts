import * as v from 'valibot';

import { toTab } from '../messaging/to-tab.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { onMessage } from './on-message.ts';

/** What a report is made of, on either of LINE's pages. */
interface ReportedPage {
  language(): string;
  skeleton(): string;
  onHealth(listener: (health: unknown) => void, signal: AbortSignal): void;
}

/** Answers the popup's request for a report about this page: versions, health, anchors, and an outline without any text. */
export function answerReportRequests(page: ReportedPage, signal: AbortSignal): void {
  let health: unknown = null;
  page.onHealth((news) => {
    health = news;
  }, signal);
  onMessage(
    contentBrowser,
    (message) => (v.is(toTab.diagnosticReport.message, message) ? reportOf(page, health) : undefined),
    signal,
  );
}

function reportOf(page: ReportedPage, health: unknown): string {
  return [
    `Matta ${contentBrowser.runtime.getManifest().version}`,
    navigator.userAgent,
    `page language: ${page.language()}`,
    `health: ${JSON.stringify(health)}`,
    '',
    page.skeleton(),
  ].join('\n');
}
