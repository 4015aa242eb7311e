import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface ReplicaAssets {
  readonly chatPage: string;
  readonly chatScript: string;
  readonly managerPage: string;
  /** The manager's pages about broadcasts. */
  readonly broadcastPage: string;
  /** The manager's scripts by their paths. */
  readonly managerScripts: Readonly<Record<string, string>>;
  readonly notFoundPage: string;
  readonly pagesStyle: string;
}

/** The practice LINE could not be built. */
export class ReplicaBuildError extends Error {
  override readonly name = 'ReplicaBuildError';
}

let assets: Promise<ReplicaAssets> | null = null;

/** Builds the practice LINE in memory; once for each process. */
export function buildReplica(): Promise<ReplicaAssets> {
  assets ??= assemble();
  return assets;
}

async function assemble(): Promise<ReplicaAssets> {
  const [chatPage, managerPage, broadcastPage, notFoundPage, pagesStyle] = await Promise.all([
    page('chat.html'),
    page('manager.html'),
    page('manager-broadcast.html'),
    page('not-found.html'),
    page('pages.css'),
  ]);
  const [chatScript, manager, worker, serviceWorker] = await Promise.all([
    script('chat/main.ts'),
    script('manager/main.ts'),
    script('manager/net/worker.ts'),
    script('manager/net/service-worker.ts'),
  ]);
  const managerScripts = {
    '/practice/manager.js': manager,
    '/practice/worker.js': worker,
    '/practice/sw.js': serviceWorker,
  };
  return { chatPage, chatScript, managerPage, broadcastPage, managerScripts, notFoundPage, pagesStyle };
}

function page(name: string): Promise<string> {
  return readFile(new URL(`pages/${name}`, import.meta.url), 'utf8');
}

async function script(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'practiceLine' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new ReplicaBuildError(`the build of ${entry} has no script`);
}
