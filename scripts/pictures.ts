import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { BADGE_NAME } from '../src/features/unsend-badge/badge.ts';
import { chatUrl } from '../tests/replica/addresses.ts';
import { badgesShown } from '../tests/support/browser/badges-shown.ts';
import {
  type BrowserLanguage,
  builtExtension,
  launchMatta,
  type Matta,
  openExtension,
} from '../tests/support/browser/launch-matta.ts';
import { setClock } from '../tests/support/browser/set-clock.ts';
import { withTestClock } from '../tests/support/browser/with-test-clock.ts';
import { playBroadcastStory, type StoryStep } from './broadcast-story.ts';
import { buildExtension } from './build-extension.ts';
import { type ExtensionPage, type PictureSubject, pictures, pictureTime } from './pictures-list.ts';

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
  await buildExtension('open-roots');
  await mkdir(folder, { recursive: true });
  const dist = await withTestClock(builtExtension);
  for (const picture of wanted) {
    const { subject, lang } = picture;
    if (subject.kind === 'story') {
      await pictureOfStory(subject, lang, join(folder, picture.file));
      console.log(`docs/pictures/${picture.file}`);
      continue;
    }
    // A new browser each time: what one picture's conversation left behind would stand in the next one's popup.
    const matta = await launchMatta({ dist, lang, scale: 2 });
    try {
      await setClock(matta, pictureTime.getTime() - Date.now());
      await take(matta, subject, join(folder, picture.file));
    } finally {
      await matta.close();
    }
    console.log(`docs/pictures/${picture.file}`);
  }
  return 0;
}

type Story = Extract<PictureSubject, { kind: 'story' }>;

async function pictureOfStory({ query, step }: Story, lang: BrowserLanguage, path: string): Promise<void> {
  const matta = await launchMatta({ dist: openExtension, lang, scale: 2 });
  try {
    const onStep = async ({ name }: StoryStep, page: Page) => {
      if (name === step) await page.screenshot({ path, animations: 'disabled' });
    };
    await playBroadcastStory(await matta.context.newPage(), { query, paceMs: 0, onStep });
  } finally {
    await matta.close();
  }
}

async function take(matta: Matta, subject: Exclude<PictureSubject, Story>, path: string): Promise<void> {
  const chat = await openChat(matta, subject.query);
  switch (subject.kind) {
    case 'chat':
      await chat.screenshot({ path, animations: 'disabled' });
      break;
    case 'row':
      await pictureOfRow(chat, subject.minutesAgo, path);
      break;
    case 'extension-page':
      await pictureOfExtensionPage(matta, chat, subject, path);
      break;
  }
}

async function openChat(matta: Matta, query: string): Promise<Page> {
  const page = await matta.context.newPage();
  await page.goto(chatUrl(0, query));
  await badgesShown(page);
  return page;
}

async function pictureOfExtensionPage(
  matta: Matta,
  chat: Page,
  { path: address, width, ready }: ExtensionPage,
  path: string,
): Promise<void> {
  const page = await matta.openExtensionPage(address);
  await page.setViewportSize({ width, height: 100 });
  // The popup speaks of the tab in front, which is the conversation when an operator opens it.
  await chat.bringToFront();
  await reloadUntil(page, ready);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
}

/** The page did not come to show what it is pictured for. */
class PageNotReady extends Error {
  override name = 'PageNotReady';
}

const reloads = 20;
const betweenReloadsMs = 500;

/** A page of the extension shows what was so when it was opened; what the chat has just sent comes a moment later. */
async function reloadUntil(page: Page, ready: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < reloads; attempt += 1) {
    await page.reload();
    await page.waitForTimeout(betweenReloadsMs);
    const counts = await Promise.all(ready.map((selector) => page.locator(selector).count()));
    if (counts.every((count) => count > 0)) return;
  }
  throw new PageNotReady(`${page.url()} never showed all of ${ready.join(', ')}`);
}

/** No row of the practice chat can be pictured. */
class RowMissing extends Error {
  override name = 'RowMissing';
}

const marginPx = 12;
/** Where the neighbours are close. */
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
      width: rowBox.x + rowBox.width + narrowMarginPx - x,
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
