import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { shownPage } from '../support/browser/shown-rows.ts';

/** What LINE's page must not notice: nothing moves, nothing flashes, and the badge looks like itself everywhere. */
describe('on LINE’s page', () => {
  let matta: Matta;
  beforeAll(async () => {
    matta = await launchMatta();
  });
  afterAll(() => matta.close());

  async function open(query = ''): Promise<Page> {
    const page = await matta.context.newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(chatUrl(0, query));
    await badgesShown(page);
    return page;
  }

  test('no row moves or changes its size when it gets its badge', async () => {
    const page = await open();
    // So narrow that LINE's bubbles are squeezed, and whatever takes room beside them squeezes them more.
    await page.setViewportSize({ width: 820, height: 860 });
    await page.waitForTimeout(200);
    const moved = await page.evaluate(() => {
      const boxes = () =>
        window.practice.rows().map((row) => {
          const { x, y, width, height } = row.getBoundingClientRect();
          const bubble = row.querySelector('.chat-main')?.getBoundingClientRect();
          return JSON.stringify([x, y, width, height, bubble?.x, bubble?.width, bubble?.height]);
        });
      const withBadges = boxes();
      const style = document.createElement('style');
      style.textContent = 'matta-badge:not(#a):not(#b):not(#c) { display: none !important; }';
      document.head.append(style);
      const without = boxes();
      return withBadges.filter((box, index) => box !== without[index]).length;
    });
    expect(moved).toBe(0);
    await page.close();
  });

  test('the page does not shift while messages arrive, are sent and older ones are loaded', async () => {
    const page = await open();
    await page.evaluate(() => {
      // What LINE itself shifted while it was loading is not asked for.
      Reflect.get(window, 'shifts').length = 0;
    });
    for (let count = 0; count < 3; count++) {
      await page.evaluate(() => window.practice.receive());
      await page.evaluate(() => window.practice.send());
      await page.waitForTimeout(150);
    }
    await badgesShown(page);
    const before = await scrolled(page);
    await page.evaluate(() => {
      const list = [...document.querySelectorAll('*')].find((element) => element.scrollTop > 0);
      list?.scrollBy(0, -200);
    });
    await page.waitForTimeout(400);
    expect(await scrolled(page)).toBe(before - 200);
    const shifts: unknown = await page.evaluate(() => Reflect.get(window, 'shifts'));
    expect(shifts).toEqual([]);
    await page.close();
  });

  test('a new message has its badge before it is painted for the first time', async () => {
    const page = await open('ids=id');
    const late = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let withoutBadge = 0;
          let frames = 0;
          const look = () => {
            const last = window.practice.truth().at(-1);
            const row = window.practice.rows().at(-1);
            if (last?.state === 'sent' && row && !row.querySelector('matta-badge')) withoutBadge++;
            if (++frames < 90) requestAnimationFrame(look);
            else resolve(withoutBadge);
          };
          window.practice.send();
          requestAnimationFrame(look);
        }),
    );
    expect(late).toBe(0);
    await page.close();
  });

  test('the page’s own styles, however aggressive, do not change a badge’s look', async () => {
    const looks = async (query: string) => {
      const page = await open(query);
      // Wide enough for full badges even on the page that blows everything up.
      await page.setViewportSize({ width: 1600, height: 860 });
      await scrollThrough(page);
      const looked = await page.evaluate(() => {
        const seen: Record<string, string> = {};
        for (const badge of document.querySelectorAll('matta-badge')) {
          const state = `${badge.getAttribute('data-state')}${badge.hasAttribute('data-urgent') ? '!' : ''}`;
          const styles = [null, '::before', '::after'].map((pseudo) => {
            const style = getComputedStyle(badge, pseudo);
            const names = [
              'width',
              'height',
              'font',
              'letterSpacing',
              'color',
              'backgroundColor',
              'borderColor',
              'content',
              'display',
              'padding',
              'textTransform',
              'opacity',
            ] as const;
            return names.map((name) => (pseudo === null || name === 'content' ? style[name] : '')).join('|');
          });
          seen[state] = styles.join('\n');
        }
        return seen;
      });
      await page.close();
      return looked;
    };
    const usual = await looks('');
    const onHostilePage = await looks('hostile=yes');
    // Between the two pages a minute may have passed, and with it one of the states near the end.
    const inBoth = Object.keys(usual).filter((state) => state in onHostilePage);
    expect(inBoth).toEqual(expect.arrayContaining(['safe', 'warn!', 'check', 'over', 'never']));
    for (const state of inBoth) expect(onHostilePage[state], state).toBe(usual[state]);
  });

  test('at no width of the window is a badge cut off, and in a narrow one they are short', async () => {
    const page = await open();
    await page.evaluate(() => window.practice.rows()[38]?.scrollIntoView());
    for (const width of [1600, 1400, 1366, 1340, 1320, 1300, 1280, 1200, 1100, 1000, 900]) {
      await page.setViewportSize({ width, height: 860 });
      await page.waitForTimeout(150);
      const { rows } = await shownPage(page);
      const badges = rows.flatMap((row) => row.badges);
      expect(badges.length).toBeGreaterThan(2);
      expect(
        badges.filter((badge) => !badge.isInside),
        `${width} px`,
      ).toEqual([]);
    }
    const texts = () => page.locator('matta-badge[data-state="safe"]').allInnerTexts();
    await expect.poll(texts).toContain('57分');
    await page.close();
  });

  test.each(['ja', 'en', 'th', 'zh_TW'])(
    'every label of %s fits into its badge with room to spare',
    async (lang) => {
      const page = await open();
      const widths = await page.evaluate(widthsOf, labelsOf(lang));
      expect(widths.length).toBeGreaterThan(10);
      // Fonts of other systems are up to a tenth wider.
      expect(widths.filter(({ text, room }) => text * 1.1 > room)).toEqual([]);
      await page.close();
    },
  );
});

/** All labels of a language, as long as they can be. */
function labelsOf(lang: string): readonly { label: string; size: string; state: string }[] {
  const file = new URL(`../../public/_locales/${lang}/messages.json`, import.meta.url);
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(messages)
    .filter(([key]) => /^badge(Safe|Warn|Urgent|Check|Over|Unknown|Never|Short)/.test(key))
    .map(([key, { message }]) => ({
      label: message.replaceAll('$HOURS$', '23').replaceAll(/\$(MINUTES|SECONDS)\$/g, '58'),
      size: key.startsWith('badgeShort') ? 'compact' : 'full',
      // Urgent badges are bold.
      state: /Warn|Urgent/.test(key) ? 'warn' : 'safe',
    }));
}

/** Runs in the page: how wide each label is and how much room its badge has, in CSS pixels. */
function widthsOf(labels: readonly { label: string; size: string; state: string }[]) {
  const badge = document.querySelector<HTMLElement>('matta-badge');
  if (badge === null) throw new Error('no badge');
  return labels.map(({ label, size, state }) => {
    badge.textContent = label;
    badge.setAttribute('data-size', size);
    badge.setAttribute('data-state', state);
    badge.toggleAttribute('data-urgent', state === 'warn');
    const range = document.createRange();
    range.selectNodeContents(badge);
    return { label, text: range.getBoundingClientRect().width, room: badge.clientWidth - 4 };
  });
}

function scrolled(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.querySelectorAll('*')].find((element) => element.scrollTop > 0)?.scrollTop ?? 0,
  );
}

/** Brings every row into view, as long as it takes for badges to be there. */
function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const row of window.practice.rows()) {
      row.scrollIntoView();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
}
