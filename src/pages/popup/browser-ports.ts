import * as v from 'valibot';
import { lineSide } from '../../domain/line-address.ts';
import type { WarnSetting } from '../../domain/unsend/status.ts';
import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { DIAGNOSTIC_REPORT, type TabMessage, toTab } from '../../messaging/to-tab.ts';
import { browser } from '../../platform/browser.ts';
import type { PopupPorts } from './popup-ports.ts';

const SHOWN = 30;

/** What the popup needs, from the worker and the browser. */
export function browserPorts(warn: WarnSetting): PopupPorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    warn,
    unsendable: () => ask('unsendable', { limit: SHOWN }, protocol.unsendable.answer),
    currentTab: async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      // The address is only told for hosts that Matta may read, so that any other page counts as not LINE's.
      return tab?.id === undefined ? null : { id: tab.id, side: lineSide(tab.url) };
    },
    tabHealth: (tabId) => ask('tabHealth', { tabId }, protocol.tabHealth.answer),
    diagnosticReport: async (tabId) => {
      const request: TabMessage = DIAGNOSTIC_REPORT;
      return v.parse(toTab.diagnosticReport.answer, await browser.tabs.sendMessage(tabId, request));
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    openConversation: async (address) => {
      await showTab(address);
      window.close();
    },
    openOptions: async () => {
      await browser.runtime.openOptionsPage();
      window.close();
    },
  };
}

async function showTab(address: string): Promise<void> {
  const [open] = await browser.tabs.query({ url: `${address}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
