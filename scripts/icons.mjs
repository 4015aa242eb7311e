// Draws docs/icon.svg into public/icons at every size that the manifest names: `node scripts/icons.mjs`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const SIZES = [16, 32, 48, 128];
const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const executablePath = findChromium();
if (executablePath === null) throw new Error('no Chromium found; name one in CHROMIUM_PATH');
const svg = readFileSync(fromRoot('docs/icon.svg'), 'base64');
// Chromium refuses to run as root with its sandbox.
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img src="data:image/svg+xml;base64,${svg}" width="${size}" style="display:block">`,
  );
  await page.screenshot({ path: fromRoot(`public/icons/${size}.png`), omitBackground: true });
}
await browser.close();
