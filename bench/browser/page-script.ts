import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The build of a script for the bench has no output. */
export class NoScript extends Error {
  override readonly name = 'NoScript';
}

/** Builds one of the bench's own scripts, with the packages that it measures, as they are for production. */
export async function pageScript(entry: 'page/main.ts' | 'storage/main.ts'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // PouchDB expects a bundler to bring what Node has built in.
    resolve: { alias: { events: 'events/events.js' } },
    build: {
      write: false,
      target: 'chrome137',
      minify: true,
      lib: {
        entry: fileURLToPath(new URL(`../${entry}`, import.meta.url)),
        formats: ['iife'],
        name: 'benchScript',
      },
    },
  });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new NoScript(entry);
}
