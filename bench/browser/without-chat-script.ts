import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeTemporaryFolder } from '../../tests/support/browser/temporary-folder.ts';

const builtManifest = v.looseObject({ content_scripts: v.array(v.looseObject({ js: v.array(v.string()) })) });

/** The chat's script as the build leaves it, by its path in the extension. */
export const CHAT_SCRIPT = 'src/content/chat.iife.js';
export const CHAT_STYLE = 'src/features/unsend-badge/badge.css';

/**
 * A copy of the built extension that does not start by itself on chats, so that it can be started on a conversation that is
 * open already, as it is after an installation. Every file but the manifest is the same.
 */
export async function withoutChatScript(dist: string): Promise<string> {
  const copy = await makeTemporaryFolder('matta-without-chat-');
  await cp(dist, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = v.parse(builtManifest, JSON.parse(await readFile(path, 'utf8')));
  const others = manifest.content_scripts.filter(({ js }) => !js.includes(CHAT_SCRIPT));
  await writeFile(path, JSON.stringify({ ...manifest, content_scripts: others }));
  return copy;
}
