import type { Page } from 'playwright-core';
import { BADGE_NAME } from '../../../src/features/unsend-badge/badge.ts';

/** A sent message in view stayed without a badge. */
export class BadgesMissing extends Error {
  override name = 'BadgesMissing';
}

const patienceMs = 15_000;

/**
 * Resolves when every outgoing row in view carries a badge, and fonts and images are there. Throws BadgesMissing.
 * The page is a conversation of the practice LINE.
 */
export async function badgesShown(page: Page): Promise<void> {
  await badgesPresent(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A picture that cannot be decoded is the page's affair: it only must not be waited for.
    await Promise.allSettled([...document.images].map((image) => image.decode()));
  });
}

/** As {@link badgesShown}, without waiting for fonts and images. */
export async function badgesPresent(page: Page): Promise<void> {
  await page
    .waitForFunction(outgoingRowsHaveBadges, BADGE_NAME, { timeout: patienceMs })
    .catch((cause: unknown) => {
      throw new BadgesMissing(`not every sent message had a badge after ${patienceMs / 1000} seconds`, {
        cause,
      });
    });
}

/** Runs in the page. */
function outgoingRowsHaveBadges(badgeName: string): boolean {
  const inView = window.practice?.rows().filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    // In this order: the truth about a row costs more the more rows there are.
    return bottom > 0 && top < innerHeight && window.practice.truthOf(row)?.direction === 'outgoing';
  });
  return (
    inView !== undefined &&
    inView.length > 0 &&
    inView.every((row) => row.querySelector(badgeName)?.textContent)
  );
}
