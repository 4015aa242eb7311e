import type { Page } from 'playwright-core';

/**
 * Collects whatever goes wrong in a page from now on: uncaught errors and unhandled rejections of LINE's scripts and of
 * Matta's, and errors that Matta reports to the console instead of throwing them. The array grows while the page lives.
 */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('Matta:')) errors.push(message.text());
  });
  return errors;
}
