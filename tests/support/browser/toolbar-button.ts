import type { Page } from 'playwright-core';
import type { Matta } from './launch-matta.ts';

export interface ToolbarButton {
  readonly text: string;
  /** As in a style sheet: `#rrggbb`. */
  readonly color: string;
  readonly title: string;
}

/** What Matta's button in the toolbar shows while a tab is in front; without a tab, what it shows beside any other page. */
export async function toolbarButton(matta: Matta, page?: Page): Promise<ToolbarButton> {
  const worker = await matta.worker();
  const { rgb, ...look } = await worker.evaluate(async (url) => {
    const tabs = url === null ? [] : await chrome.tabs.query({});
    const tabId = tabs.find((tab) => tab.url === url)?.id;
    const where = tabId === undefined ? {} : { tabId };
    return {
      text: await chrome.action.getBadgeText(where),
      rgb: [...(await chrome.action.getBadgeBackgroundColor(where))].slice(0, 3),
      title: await chrome.action.getTitle(where),
    };
  }, page?.url() ?? null);
  return { ...look, color: `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}` };
}
