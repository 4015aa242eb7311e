import type { Page } from 'playwright-core';

/** Unsends a message as an operator does: LINE's menu beside the row, its entry, and the confirmation. Needs LINE's classes. */
export async function unsendByMenu(page: Page, dataId: string): Promise<void> {
  const row = page.locator(`[data-id="${dataId}"]`);
  await row.scrollIntoViewIfNeeded();
  await row.locator('.chat-main').hover();
  await row.locator('.dropdown-toggle').click();
  await page.locator('.dropdown-menu .text-danger').click();
  await page.locator('.modal-dialog .btn-primary').click();
}
