import { LINE_PAGES } from '../domain/line-address.ts';
import { SETTINGS_CHANGED } from '../messaging/to-tab.ts';
import { isNobodyThere } from './nobody-there.ts';
import type { Report, Tabs } from './ports.ts';

/** Tells every page of LINE's that the settings have changed. */
export async function pushSettingsChange(tabs: Tabs, report: Report): Promise<void> {
  const open = await tabs.query({ url: [...LINE_PAGES] });
  await Promise.all(
    open.map(async ({ id }) => {
      if (id === undefined) return;
      await tabs.sendMessage(id, SETTINGS_CHANGED).catch((error: unknown) => {
        // A page that was open before Matta, or is just loading, has nobody who listens; it asks when it starts.
        if (!isNobodyThere(error)) report('tell a tab', error);
      });
    }),
  );
}
