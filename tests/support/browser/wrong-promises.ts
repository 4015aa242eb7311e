import type { Page } from 'playwright-core';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import type { RowTruth } from '../../replica/practice-api.ts';

/** LINE's limit, and what Matta may promise of it under the default settings. */
const LIMIT_MS = 60 * MINUTE;
const PROMISED_MS = 59 * MINUTE;
const REDRAWN_WITHIN_MS = 1.5 * SECOND;

interface Promised {
  readonly truth: RowTruth | null;
  readonly safeUntil: number;
  readonly isInView: boolean;
}

/**
 * Every badge on the practice page that says "can still be unsent" and is not right, as sentences. Badges outside of the
 * view may be behind: nobody sees them, and they are drawn anew before they come into view.
 */
export async function wrongPromises(page: Page): Promise<readonly string[]> {
  const { now, promises } = await page.evaluate(() => ({
    now: Date.now() + Number(localStorage.getItem('practice-clock-offset') ?? 0),
    promises: [...document.querySelectorAll('matta-badge:is([data-state="safe"], [data-state="warn"])')].map(
      (badge): Promised => {
        const { top, bottom } = badge.getBoundingClientRect();
        return {
          truth: badge.parentElement && window.practice.truthOf(badge.parentElement),
          safeUntil: Number(badge.getAttribute('data-safe-until')),
          isInView: bottom > 0 && top < innerHeight,
        };
      },
    ),
  }));
  return promises.flatMap((promised) => faultsOf(promised, now));
}

function faultsOf({ truth, safeUntil, isInView }: Promised, now: number): readonly string[] {
  if (truth === null) return ['a promise that is on no message'];
  const { direction, kind, state, sentAt, index } = truth;
  const isUnsendable = direction === 'outgoing' && kind === 'operator' && state === 'sent';
  if (!isUnsendable) return [`row ${index}: a promise on ${direction}, ${kind}, ${state}`];
  const tooLongMs = safeUntil - sentAt - PROMISED_MS;
  if (safeUntil === 0 || tooLongMs > 0) return [`row ${index}: promises ${tooLongMs} ms too long`];
  const isOver = now - sentAt > LIMIT_MS + REDRAWN_WITHIN_MS;
  return isOver && isInView ? [`row ${index}: promises what is over`] : [];
}
