import type { Page } from 'playwright-core';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';

/** LINE's limit, and what Matta may promise of it under the default settings. */
const LIMITS = { lineMs: 60 * MINUTE, promisedMs: 59 * MINUTE, redrawnWithinMs: 1.5 * SECOND };

/**
 * Every badge on the practice page that says "can still be unsent" and is not right, as sentences. Badges outside of the
 * view may be behind: nobody sees them, and they are drawn anew before they come into view.
 */
export function wrongPromises(page: Page): Promise<readonly string[]> {
  return page.evaluate(({ lineMs, promisedMs, redrawnWithinMs }) => {
    const now = Date.now() + Number(localStorage.getItem('practice-clock-offset') ?? 0);
    const promising = '[data-state="safe"], [data-state="warn"]';
    return [...document.querySelectorAll('matta-badge')].flatMap((badge) => {
      if (!badge.matches(promising)) return [];
      const truth = badge.parentElement === null ? null : window.practice.truthOf(badge.parentElement);
      if (truth === null) return ['a promise that is on no message'];
      const { direction, kind, state, sentAt, index } = truth;
      if (direction !== 'outgoing' || kind !== 'operator' || state !== 'sent')
        return [`row ${index}: a promise on ${direction}, ${kind}, ${state}`];
      const safeUntil = Number(badge.getAttribute('data-safe-until') ?? Number.NaN);
      if (!(safeUntil <= sentAt + promisedMs))
        return [`row ${index}: promises ${safeUntil - sentAt - promisedMs} ms too long`];
      const { top, bottom } = badge.getBoundingClientRect();
      const isOver = now - sentAt > lineMs + redrawnWithinMs;
      return isOver && bottom > 0 && top < innerHeight ? [`row ${index}: promises what is over`] : [];
    });
  }, LIMITS);
}
