import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { broadcastUrl, chatUrl } from '../../tests/replica/addresses.ts';
import { badgesPresent } from '../../tests/support/browser/badges-shown.ts';
import { builtExtension, launchMatta } from '../../tests/support/browser/launch-matta.ts';
import { traced } from '../browser/trace.ts';
import { withContentScripts } from '../browser/with-content-scripts.ts';
import type { GroupContext } from './group.ts';

/** What the browser starts on LINE's pages. */
export const ENTRIES = ['chat', 'manager', 'network-gate'] as const;
const EMPTY = 'bench-empty.js';
const EMPTY_SCRIPT = '(()=>{})();';
const LOADS = 9;

/** How large the entry points are, and how long they take to start beside a script that does nothing. */
export async function measureSizes({ samples, quick, say }: GroupContext): Promise<void> {
  for (const entry of ENTRIES) {
    const content = await readFile(join(builtExtension, `src/content/${entry}.iife.js`));
    samples.add(`bytes/1/${entry}`, content.byteLength);
    samples.add(`gzip/1/${entry}`, gzipSync(content, { level: 9 }).byteLength);
  }
  const matta = await launchMatta({ dist: await withEmptyScript(builtExtension) });
  try {
    for (let load = 0; load < (quick ? 2 : LOADS); load += 1) {
      say(`sizes: load ${load + 1}`);
      const page = await matta.context.newPage();
      const chat = await traced(page, async () => {
        await page.goto(chatUrl(0, 'n=100'));
        await badgesPresent(page);
      });
      samples.add('start/1/chat', chat.startOf('chat.iife.js'));
      samples.add('start/1/empty', chat.startOf(EMPTY));
      samples.add('ready/1/chat', await page.evaluate(() => performance.now()));
      const manager = await traced(page, () => page.goto(broadcastUrl('create')));
      samples.add('start/1/manager', manager.startOf('manager.iife.js'));
      samples.add('start/1/network-gate', manager.startOf('network-gate.iife.js'));
      await page.close();
    }
  } finally {
    await matta.close();
  }
}

/** A copy with one more script, which does nothing, in every chat. */
async function withEmptyScript(dist: string): Promise<string> {
  const empty = { matches: ['https://chat.line.biz/*'], js: [EMPTY], run_at: 'document_start' };
  const copy = await withContentScripts(dist, (scripts) => [empty, ...scripts]);
  await writeFile(join(copy, EMPTY), EMPTY_SCRIPT);
  return copy;
}
