import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION_KEY } from '../../manifest.config.ts';
import { makeTemporaryFolder } from '../../tests/support/browser/temporary-folder.ts';
import { recordsFrom } from '../storage/records.ts';

/** Where an extension is asked from; Matta has a page there, too. */
export const ASKING_PAGE = 'src/pages/options/index.html';

/**
 * An extension whose worker knows nothing: it answers every message with the same hundred records, in the form of Matta's
 * answer. No worker can answer sooner after a stop.
 */
export async function constantExtension(): Promise<string> {
  const folder = await makeTemporaryFolder('matta-constant-');
  const manifest = {
    manifest_version: 3,
    name: 'Constant answer',
    version: '1',
    key: EXTENSION_KEY,
    background: { service_worker: 'worker.js' },
  };
  const messages = recordsFrom(0, 100, Date.now()).map((message) => ({ message, safeUntil: Date.now() }));
  const accountNames = {};
  const value = {
    store: 'fine',
    total: 100,
    messages,
    accountNames,
    clockWrong: false,
    clockCorrectionMs: 0,
  };
  const worker = `const answer = ${JSON.stringify(value)};
chrome.runtime.onMessage.addListener((message, sender, reply) => { reply({ ok: true, value: answer }); });`;
  await mkdir(join(folder, 'src/pages/options'), { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(join(folder, 'worker.js'), worker),
    writeFile(join(folder, ASKING_PAGE), '<!doctype html><title>Asking</title>'),
  ]);
  return folder;
}
