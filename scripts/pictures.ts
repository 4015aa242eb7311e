import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { BADGE_NAME } from '../src/features/unsend-badge/badge.ts';
import { chatUrl } from '../tests/replica/addresses.ts';
import { badgesShown } from '../tests/support/browser/badges-shown.ts';
import { builtExtension, launchMatta, type Matta } from '../tests/support/browser/launch-matta.ts';
import { setClock } from '../tests/support/browser/set-clock.ts';
import { withTestClock } from '../tests/support/browser/with-test-clock.ts';
import { buildExtension } from './build-extension.ts';
import { type Picture, pictures, pictureTime } from './pictures-list.ts';

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

/** `npm run pictures`: takes the README's pictures anew; with file names, only those. */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((name) => !pictures.some((picture) => picture.file === name));
  if (unknown.length > 0) {
    console.error(
      `no such picture: ${unknown.join(', ')}; there are ${pictures.map((p) => p.file).join(', ')}`,
    );
    return 1;
  }
  const wanted = pictures.filter((picture) => args.length === 0 || args.includes(picture.file));
  await buildExtension();
  await mkdir(folder, { recursive: true });
  const dist = await withTestClock(builtExtension);
  for (const lang of new Set(wanted.map((picture) => picture.lang))) {
    const matta = await launchMatta({ dist, lang, scale: 2 });
    try {
      await setClock(matta, pictureTime.getTime() - Date.now());
      for (const picture of wanted.filter((each) => each.lang === lang)) await take(matta, picture);
    } finally {
      await matta.close();
    }
  }
  return 0;
}

async function take(matta: Matta, { file, subject }: Picture): Promise<void> {
  const path = join(folder, file);
  switch (subject.kind) {
    case 'chat': {
      const page = await openChat(matta, subject.query);
      await page.screenshot({ path, animations: 'disabled' });
      await page.close();
      break;
    }
    case 'row': {
      const page = await openChat(matta, subject.query);
      await pictureOfRow(page, subject.minutesAgo, path);
      await page.close();
      break;
    }
    case 'extension-page': {
      const page = await matta.openExtensionPage(subject.path);
      await page.setViewportSize({ width: subject.width, height: 100 });
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      await page.close();
      break;
    }
  }
  console.log(`docs/pictures/${file}`);
}

async function openChat(matta: Matta, query: string): Promise<Page> {
  const page = await matta.context.newPage();
  await page.goto(chatUrl(0, query));
  await badgesShown(page);
  return page;
}

/** No row of the practice chat can be pictured. */
class RowMissing extends Error {
  override name = 'RowMissing';
}

const marginPx = 12;
/** Less above and below, where the neighbours are close. */
const narrowMarginPx = 4;

/** The row from its badge to its end, without the empty space in front of it. */
async function pictureOfRow(page: Page, minutesAgo: number, path: string): Promise<void> {
  const sentAt = pictureTime.getTime() - minutesAgo * 60_000;
  const row = (await page.evaluateHandle(nearestOutgoingRow, sentAt)).asElement();
  await row?.scrollIntoViewIfNeeded();
  const badge = await row?.waitForSelector(BADGE_NAME);
  const rowBox = await row?.boundingBox();
  const badgeBox = await badge?.boundingBox();
  if (!rowBox || !badgeBox) throw new RowMissing(`no row with a badge for ${path}`);
  const x = badgeBox.x - marginPx;
  await page.screenshot({
    path,
    animations: 'disabled',
    clip: {
      x,
      y: rowBox.y - narrowMarginPx,
      width: rowBox.x + rowBox.width + marginPx - x,
      height: rowBox.height + 2 * narrowMarginPx,
    },
  });
}

/** Runs in the page. */
function nearestOutgoingRow(sentAt: number): Element | undefined {
  const distance = (row: { readonly sentAt: number }) => Math.abs(row.sentAt - sentAt);
  const outgoing = window.practice.truth().filter((row) => row.direction === 'outgoing');
  const nearest = outgoing.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest && window.practice.rows()[nearest.index];
}
