import * as v from 'valibot';
import type { ManagerPage } from '../line/manager/manager-page.ts';
import { toTab } from '../messaging/to-tab.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import type { ManagerSettingsSource } from './manager-settings.ts';
import { onMessage } from './on-message.ts';

/** Loads the gate's settings: at once, where another place of the manager is opened, and when they change. */
export function keepManagerSettings(
  settings: ManagerSettingsSource,
  page: ManagerPage,
  signal: AbortSignal,
): void {
  page.onPlace(() => void settings.load(), signal);
  onMessage(
    contentBrowser,
    (message) => {
      if (v.is(toTab.settingsChanged.message, message)) void settings.load();
      return undefined;
    },
    signal,
  );
}
