import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { chatUrl } from '../tests/replica/addresses.ts';
import type { Language } from '../tests/replica/switches.ts';
import { badgesShown } from '../tests/support/browser/badges-shown.ts';
import {
  type BrowserLanguage,
  type LaunchOptions,
  launchMatta,
  type Matta,
  openExtension,
} from '../tests/support/browser/launch-matta.ts';
import { playBroadcastStory, type StoryStep } from './broadcast-story.ts';
import { buildExtension } from './build-extension.ts';
import { guideTo } from './start-guide.ts';
import { readStartOptions, type StartOptions, UnusableOptions, usage } from './start-options.ts';

/** `npm start`: shows Matta at work. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readStartOptions(args);
    if (options.mode === 'practice' || options.mode === 'real') requireDisplay();
    console.log('Building Matta …');
    // The practice LINE plays a story in which the checklist is answered, which needs its shadow root to be open.
    await buildExtension(options.mode === 'real' ? 'production' : 'open-roots');
    await run(options);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`\n${error.message}`);
    if (error instanceof UnusableOptions) console.error(`\n${usage}`);
    return 1;
  }
}

/** A window cannot be opened here. */
class DisplayMissing extends Error {
  override name = 'DisplayMissing';
}

function requireDisplay(): void {
  const needsServer = process.platform === 'linux';
  if (!needsServer || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new DisplayMissing(
    [
      'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are empty).',
      'Run this on a desktop, or take a picture instead:',
      '  npm start -- --headless --screenshot picture.png',
    ].join('\n'),
  );
}

function run(options: StartOptions): Promise<void> {
  switch (options.mode) {
    case 'practice':
      return showWindow(practiceAddress(options.lang), options.mode, {
        lang: options.lang,
        dist: openExtension,
      });
    case 'story':
      return takeStory(options.lang, options.folder);
    case 'real':
      return showWindow(options.url, options.mode, {
        lang: options.lang,
        practice: false,
        profile: fileURLToPath(new URL('../.cache/profile', import.meta.url)),
      });
    case 'picture':
      return takePicture(practiceAddress(options.lang), options.lang, options.file);
  }
}

async function showWindow(url: string, mode: 'practice' | 'real', launch: LaunchOptions): Promise<void> {
  const matta = await launchMatta({
    ...launch,
    headless: false,
    viewport: null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  try {
    const [page = await matta.context.newPage()] = matta.context.pages();
    const closed = lastPageClosed(page);
    await Promise.race([page.goto(url, { waitUntil: 'commit' }), closed]);
    console.log(guideTo(mode));
    if (mode === 'practice') await Promise.race([showStory(matta, launch.lang ?? 'ja'), closed]);
    await closed;
  } finally {
    await matta.close();
  }
}

/** In a second tab, at the pace of somebody who reads along; whoever closes the tab has seen enough. */
async function showStory(matta: Matta, lang: BrowserLanguage): Promise<void> {
  const page = await matta.context.newPage();
  const query = `lang=${practiceLanguages[lang]}`;
  const onStep = ({ said }: StoryStep) => console.log(`  ${said}`);
  await playBroadcastStory(page, { query, paceMs: 3_000, onStep }).catch((error: unknown) => {
    if (!page.isClosed()) throw error;
  });
}

async function takeStory(lang: BrowserLanguage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const matta = await launchMatta({ lang, dist: openExtension });
  try {
    const page = await matta.context.newPage();
    let number = 0;
    await playBroadcastStory(page, {
      query: `lang=${practiceLanguages[lang]}`,
      paceMs: 0,
      onStep: async ({ name, said }) => {
        number += 1;
        const file = join(folder, `${number}-${name}.png`);
        await page.screenshot({ path: file, animations: 'disabled' });
        console.log(`${file}: ${said}`);
      },
    });
  } finally {
    await matta.close();
  }
}

/** On macOS the browser stays when its last window is closed, so the pages are what counts. */
function lastPageClosed(first: Page): Promise<void> {
  const context = first.context();
  return new Promise((resolve) => {
    const check = () => {
      if (context.pages().length === 0) resolve();
    };
    const watch = (page: Page) => page.once('close', check);
    watch(first);
    context.on('page', watch);
    context.once('close', () => resolve());
  });
}

async function takePicture(url: string, lang: BrowserLanguage, file: string): Promise<void> {
  const matta = await launchMatta({ lang, dist: openExtension });
  try {
    const page = await matta.context.newPage();
    await page.goto(url);
    await badgesShown(page);
    await page.screenshot({ path: file, animations: 'disabled' });
    console.log(`${file}: the practice chat with Matta's badges`);
  } finally {
    await matta.close();
  }
}

const practiceLanguages: Readonly<Record<BrowserLanguage, Language>> = {
  ja: 'ja',
  en: 'en',
  zh_TW: 'zh',
  th: 'th',
};

function practiceAddress(lang: BrowserLanguage): string {
  return chatUrl(0, `lang=${practiceLanguages[lang]}`);
}
