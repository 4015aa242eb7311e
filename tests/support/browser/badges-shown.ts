import type { Page } from 'playwright-core';

/** The element that Matta adds to each row. */
export const badgeSelector = 'matta-badge';

/** Resolves when the conversation shows its badges and its fonts and images are there. Throws after 15 seconds. */
export async function badgesShown(page: Page): Promise<void> {
  await page.locator(badgeSelector).first().waitFor({ state: 'visible', timeout: 15_000 });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}
