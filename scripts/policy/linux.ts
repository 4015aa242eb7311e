import { companionsOf } from './companions.ts';
import { type BrowserName, type Deployment, installation, type OutputFile } from './deployment.ts';

/** Where each browser looks for what an administrator decides, from the root of the file system. */
const FOLDERS = [
  { folder: 'etc/opt/chrome', browser: 'chrome' },
  { folder: 'etc/chromium', browser: 'chrome' },
  { folder: 'etc/opt/edge', browser: 'edge' },
] as const;

/** JSON files for Chrome, Chromium and Edge on Linux, in the folders in which they belong. */
export function linuxFiles(deployment: Deployment): readonly OutputFile[] {
  const { id, rules } = deployment;
  const matta = (browser: BrowserName) => ({
    ExtensionSettings: { [id]: installation(deployment, browser) },
    '3rdparty': { extensions: { [id]: rules } },
  });
  return FOLDERS.flatMap(({ folder, browser }) => [
    { path: `${folder}/policies/managed/matta.json`, content: jsonText(matta(browser)) },
    { path: `${folder}/policies/managed/matta-companions.json`, content: jsonText(companionsOf(browser)) },
  ]);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
