import type { Page } from 'playwright-core';
import type { Matta } from './launch-matta.ts';

/**
 * Opens the popup beside a page: in a tab of its own that stays behind, so that the page is the current tab for the popup
 * as it is when the toolbar button is pressed. The real popup window is out of Playwright's reach.
 */
export async function openPopup(matta: Matta, beside: Page): Promise<Page> {
  const popup = await matta.openExtensionPage('src/pages/popup/index.html');
  await refreshPopup(popup, beside);
  return popup;
}

/** Opens the popup anew in the same tab, as pressing the toolbar button again does. */
export async function refreshPopup(popup: Page, beside: Page): Promise<void> {
  await beside.bringToFront();
  await popup.reload();
  await popup.locator('main h2').first().waitFor();
}
