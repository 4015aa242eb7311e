import * as v from 'valibot';
import type { ChatPage } from '../line/chat/chat-page.ts';
import { toTab } from '../messaging/to-tab.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { onMessage } from './on-message.ts';
import type { PageSettingsSource } from './page-settings.ts';

/** Loads the settings of the account in the address: at once, when another account is opened, and when they change. */
export function keepSettings(settings: PageSettingsSource, page: ChatPage, signal: AbortSignal): void {
  const load = () => {
    const account = page.account();
    if (account !== null) void settings.load(account);
  };
  let loadedFor = page.account();
  load();
  page.onConversation(({ account }) => {
    if (account === loadedFor) return;
    loadedFor = account;
    load();
  }, signal);
  onMessage(
    contentBrowser,
    (message) => {
      if (v.is(toTab.settingsChanged.message, message)) load();
      return undefined;
    },
    signal,
  );
}
