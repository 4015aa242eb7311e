import { accessSync, constants } from 'node:fs';

// Google Chrome is left out on purpose: since version 137 it ignores --load-extension.
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium to start: CHROMIUM_PATH alone when it is set, else the first of the usual places, else null. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  const candidates = named ? [named] : usualPlaces;
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
