import type { Page } from 'playwright-core';
import type { RowTruth } from '../../replica/practice-api.ts';

/** One badge as the page's own document shows it; absent attributes are null. */
export interface ShownBadge {
  readonly text: string;
  readonly state: string | null;
  readonly sentAt: number | null;
  readonly safeUntil: number | null;
  readonly source: string | null;
  readonly messageId: string | null;
  /** Wholly inside the message list. */
  readonly isInside: boolean;
}

/** A row that is at least half in view: what is true of it, what it shows, and the clock beside it. */
export interface ShownRow {
  readonly truth: RowTruth;
  readonly badges: readonly ShownBadge[];
  readonly clockText: string;
}

export interface ShownPage {
  /** The practice page's clock when this was read, epoch ms. */
  readonly now: number;
  readonly rows: readonly ShownRow[];
  /** Badges anywhere but as the child of a row. */
  readonly strayBadges: number;
  /** Texts of Matta's notices on the page. */
  readonly notices: readonly string[];
}

/** Reads what an operator sees of the open conversation, together with the truth about it. */
export function shownPage(page: Page): Promise<ShownPage> {
  return page.evaluate(() => {
    const rows = window.practice.rows();
    const truths = window.practice.truth();
    const list = listOf(rows[0]);
    const view = list?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const inView = rows
      .map((row, index) => ({ row, truth: truths[index] }))
      .filter(({ row }) => {
        const { top, bottom } = row.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        return middle > view.top && middle < view.bottom;
      });
    return {
      now: Date.now() + Number(localStorage.getItem('practice-clock-offset') ?? 0),
      rows: inView.flatMap(({ row, truth }) =>
        truth === undefined ? [] : [{ truth, badges: badgesOf(row), clockText: clockTextOf(row) }],
      ),
      strayBadges: [...document.querySelectorAll('matta-badge')].filter(
        (badge) => badge.parentElement === null || !rows.includes(badge.parentElement),
      ).length,
      notices: [...document.querySelectorAll('matta-notice')].map(
        (notice) => notice.shadowRoot?.textContent ?? '',
      ),
    };

    function badgesOf(row: Element) {
      return [...row.querySelectorAll('matta-badge')].map((badge) => {
        const number = (name: string) => {
          const value = badge.getAttribute(name);
          return value === null ? null : Number(value);
        };
        const box = badge.getBoundingClientRect();
        return {
          text: badge.textContent,
          state: badge.getAttribute('data-state'),
          sentAt: number('data-sent-at'),
          safeUntil: number('data-safe-until'),
          source: badge.getAttribute('data-source'),
          messageId: badge.getAttribute('data-message-id'),
          isInside: box.left >= view.left && box.right <= view.right && box.width > 0 && box.height > 0,
        };
      });
    }

    function clockTextOf(row: Element): string {
      const withoutBadge = [...row.children].filter((child) => child.localName !== 'matta-badge');
      return withoutBadge.map((child) => child.textContent).find((text) => /\d\d?[:.]\d\d/.test(text)) ?? '';
    }

    function listOf(row: Element | undefined): Element | null {
      for (let parent = row?.parentElement ?? null; parent !== null; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowY === 'auto') return parent;
      }
      return null;
    }
  });
}
