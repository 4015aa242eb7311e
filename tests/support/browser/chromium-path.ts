import { findChromium } from '../../../scripts/chromium.mjs';

/** No Chromium on this machine that can load the extension. */
export class ChromiumMissing extends Error {
  override name = 'ChromiumMissing';
}

/** The executable to start: CHROMIUM_PATH, else Chromium in its usual places. Throws ChromiumMissing. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path !== null) return path;
  const named = process.env['CHROMIUM_PATH'];
  throw new ChromiumMissing(
    named
      ? `CHROMIUM_PATH is ${named}, which is not an executable file`
      : 'no Chromium found: run "node scripts/setup.mjs", or set CHROMIUM_PATH to Chromium or Chrome for Testing',
  );
}
