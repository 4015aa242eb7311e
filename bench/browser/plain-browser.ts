import { type BrowserContext, chromium } from 'playwright-core';
import { servePracticeLine } from '../../tests/replica/serve.ts';
import { chromiumPath } from '../../tests/support/browser/chromium-path.ts';
import { prepareProfile } from '../../tests/support/browser/profile.ts';

/** A Chromium with the practice LINE and without Matta. */
export interface PlainBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts it as Matta's is started, but for the extension. Throws ChromiumMissing. */
export async function launchPlain(): Promise<PlainBrowser> {
  const profile = await prepareProfile(undefined);
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath: chromiumPath(),
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1366, height: 860 },
    env: { ...process.env, LANGUAGE: 'ja', TZ: 'Asia/Tokyo' },
    args: ['--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  await servePracticeLine(context);
  return {
    context,
    async close() {
      await context.close();
      await profile.discard();
    },
  };
}
