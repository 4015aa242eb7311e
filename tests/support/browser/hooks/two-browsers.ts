import { type Browser, chromium, type Page } from 'playwright-core';
import { broadcastUrl } from '../../../replica/addresses.ts';
import { servePracticeLine } from '../../../replica/serve.ts';
import { chromiumPath } from '../chromium-path.ts';
import { launchMatta, type Matta, openExtension } from '../launch-matta.ts';
import { type Echo, serveEcho } from './echo.ts';
import { installBodies } from './page-bodies.ts';
import { installForms } from './page-forms.ts';
import { BROADCAST_BODY, COMMIT, DRAFT_BODY, installPageTools } from './page-tools.ts';

const ADDRESS = broadcastUrl('create', 'lang=ja');

/** The build that hook tests load. */
export const hookedExtension = process.env['MATTA_DIST'] ?? openExtension;

/** The same page in a browser with Matta and in one without, to see that a page's scripts find no difference. */
export class TwoBrowsers {
  readonly matta: Matta;
  readonly #plainBrowser: Browser;
  readonly gated: Page;
  readonly plain: Page;
  /** How many synchronous requests have left the two pages. */
  readonly sync = { plain: 0, gated: 0 };

  private constructor(matta: Matta, plainBrowser: Browser, gated: Page, plain: Page) {
    this.matta = matta;
    this.#plainBrowser = plainBrowser;
    this.gated = gated;
    this.plain = plain;
  }

  static async start(): Promise<TwoBrowsers> {
    const chromiumSandbox = process.getuid?.() !== 0;
    const [matta, plainBrowser] = await Promise.all([
      launchMatta({ dist: hookedExtension }),
      chromium.launch({ executablePath: chromiumPath(), chromiumSandbox }),
    ]);
    const context = await plainBrowser.newContext();
    await servePracticeLine(context);
    const [gated, plain] = await Promise.all([matta.context.newPage(), context.newPage()]);
    await Promise.all([prepare(gated), prepare(plain)]);
    const browsers = new TwoBrowsers(matta, plainBrowser, gated, plain);
    const { sync } = browsers;
    const countSync = (which: keyof typeof sync) => () => {
      sync[which] += 1;
    };
    await Promise.all([serveEcho(gated, countSync('gated')), serveEcho(plain, countSync('plain'))]);
    return browsers;
  }

  /** Runs the same in both pages. */
  async both<T, A>(act: (given: A) => T | Promise<T>, given: A) {
    const run = (page: Page) => page.evaluate(act as (given: unknown) => T | Promise<T>, given as unknown);
    const [plain, gated] = await Promise.all([run(this.plain), run(this.gated)]);
    return { plain, gated };
  }

  /** What has reached the two servers since this was asked last. */
  async echoes(): Promise<{ readonly plain: readonly Echo[]; readonly gated: readonly Echo[] }> {
    const read = (page: Page): Promise<readonly Echo[]> =>
      page.evaluate(async () => (await fetch('/echo-log')).json());
    const [plain, gated] = await Promise.all([read(this.plain), read(this.gated)]);
    return { plain, gated };
  }

  async close(): Promise<void> {
    await Promise.all([this.matta.close(), this.#plainBrowser.close()]);
  }
}

async function prepare(page: Page): Promise<void> {
  await page.goto(ADDRESS);
  await page.evaluate(installPageTools, { commit: COMMIT, broadcast: BROADCAST_BODY, draft: DRAFT_BODY });
  await page.evaluate(installBodies);
  await page.evaluate(installForms);
}
