import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { PracticeServer } from '../../replica/manager/server/practice-server.ts';
import { servePracticeLine } from '../../replica/serve.ts';
import { chromiumPath } from './chromium-path.ts';
import { extensionIdOf } from './extension-id.ts';
import { prepareProfile } from './profile.ts';
import { runningWorker } from './worker-control.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The extension as `npm run build` leaves it. */
export const builtExtension = join(root, 'dist');

/** The same with open shadow roots, as `npm run build:test` leaves it: for what has to look into the checklist. */
export const openExtension = join(root, 'dist-test');

/** The languages that Matta speaks, as Chromium on Linux is told about them. */
export type BrowserLanguage = 'ja' | 'en' | 'zh_TW' | 'th';

export interface LaunchOptions {
  /** The unpacked extension; default `dist/` of this repository. */
  readonly dist?: string;
  /** Language of Chromium, and so of the extension; default `ja`. */
  readonly lang?: BrowserLanguage;
  /** IANA zone for pages, content scripts and worker; default `Asia/Tokyo`. */
  readonly timeZone?: string;
  /** Default 1366 × 860; null lets the window decide. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Pixels of a picture per CSS pixel; default 1, and always 1 without a viewport. */
  readonly scale?: number;
  /** Default true. */
  readonly headless?: boolean;
  /** Profile folder to use and keep, for a second start on the same data; default a new one, removed at the end. */
  readonly profile?: string;
  /** What is started; default the Chromium that is found. */
  readonly executable?: string;
  /** The id of an extension that a policy of the machine installs: then none is loaded. */
  readonly installedByPolicy?: string;
  /** Default true: LINE's two hosts answer from the practice LINE and nothing can leave the machine. */
  readonly practice?: boolean;
}

/** A running Chromium with Matta in it. */
export interface Matta {
  readonly context: BrowserContext;
  readonly dist: string;
  readonly extensionId: string;
  /** What reached the practice manager; without the practice LINE, nothing ever does. */
  readonly practice: PracticeServer;
  /**
   * The extension's background worker, started if it was stopped. Playwright hands out the same object before and after
   * a stop, and `evaluate` on it reaches the present instance.
   */
  worker(): Promise<Worker>;
  /** Opens a page of the extension in a new tab, for example `src/pages/options/index.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Closes the browser and removes the profile, unless it was given. */
  close(): Promise<void>;
}

/** Starts Chromium with the extension. Throws ChromiumMissing, ManifestKeyMissing, or what the start itself throws. */
export async function launchMatta(options: LaunchOptions = {}): Promise<Matta> {
  const { dist = builtExtension, practice = true } = options;
  const extensionId = options.installedByPolicy ?? extensionIdOf(dist);
  const executablePath = options.executable ?? chromiumPath();
  const profile = await prepareProfile(options.profile);
  const started = await start(profile.folder, executablePath, { ...options, dist, practice }).catch(
    async (error: unknown) => {
      await profile.discard();
      throw error;
    },
  );
  const { context } = started;
  // What a policy installs comes later, or not at all.
  if (options.installedByPolicy === undefined) await installed(await runningWorker(context, extensionId));
  return {
    ...started,
    dist,
    extensionId,
    worker: () => runningWorker(context, extensionId),
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async close() {
      await context.close();
      await profile.discard();
    },
  };
}

/** A page that is faster than the very first run of the worker would find nobody to ask. */
async function installed(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    while (!chrome.runtime.onMessage.hasListeners()) await new Promise((resolve) => setTimeout(resolve, 10));
  });
}

async function start(
  profileFolder: string,
  executablePath: string,
  options: LaunchOptions & { readonly dist: string; readonly practice: boolean },
): Promise<Pick<Matta, 'context' | 'practice'>> {
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath,
    headless: options.headless ?? true,
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    ...windowOptions(options),
    // Only LANGUAGE reaches chrome.i18n on Linux, and only TZ reaches the worker.
    env: { ...process.env, LANGUAGE: options.lang ?? 'ja', TZ: options.timeZone ?? 'Asia/Tokyo' },
    ...extensionOptions(options, options.practice ? isolationSwitches : []),
  });
  const practice = options.practice ? await servePracticeLine(context) : new PracticeServer();
  return { context, practice };
}

function windowOptions({ viewport, scale = 1 }: LaunchOptions) {
  if (viewport === null) return { viewport };
  return { viewport: viewport ?? { width: 1366, height: 860 }, deviceScaleFactor: scale };
}

const isolationSwitches = ['--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** Two switches of Playwright's would keep a browser from installing anything. */
function extensionOptions({ dist, installedByPolicy }: LaunchOptions, args: readonly string[]) {
  if (installedByPolicy === undefined)
    return { args: [...extensionSwitches(dist ?? builtExtension), ...args] };
  return { args: [...args], ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'] };
}

/** Both are needed: Playwright switches extensions off, and --load-extension alone does not switch them on again. */
function extensionSwitches(dist: string): readonly string[] {
  return [`--disable-extensions-except=${dist}`, `--load-extension=${dist}`];
}
