import * as v from 'valibot';
import type { ChatPage, PageHealth } from '../line/chat/chat-page.ts';
import { toTab } from '../messaging/protocol.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { onMessage } from './on-message.ts';

/** Answers the popup's request for a report about this page: versions, health, anchors, and an outline without any text. */
export function answerReportRequests(page: ChatPage, signal: AbortSignal): void {
  let health: PageHealth | null = null;
  page.onHealth((news) => {
    health = news;
  }, signal);
  onMessage(
    contentBrowser,
    (message) => (v.is(toTab.diagnosticReport.message, message) ? reportOf(page, health) : undefined),
    signal,
  );
}

function reportOf(page: ChatPage, health: PageHealth | null): string {
  return [
    `Matta ${contentBrowser.runtime.getManifest().version}`,
    navigator.userAgent,
    `page language: ${page.language()}`,
    `health: ${JSON.stringify(health)}`,
    '',
    page.skeleton(),
  ].join('\n');
}
