import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));

/** The production build did not succeed; the message carries what the build printed. */
export class BuildFailed extends Error {
  override name = 'BuildFailed';
}

/** The product, in `dist/`; or the same with open shadow roots for tests, in `dist-test/`. */
export type BuildMode = 'production' | 'open-roots';

/**
 * Builds the extension in a process of its own: a test run sets NODE_ENV, and the libraries would build differently under
 * it.
 */
export async function buildExtension(mode: BuildMode = 'production'): Promise<void> {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
      cwd: root,
      env,
    });
  } catch (error) {
    throw new BuildFailed(`vite build failed:\n${outputOf(error)}`);
  }
}

function outputOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const parts = ['stdout' in error ? error.stdout : '', 'stderr' in error ? error.stderr : ''];
  return parts.map(String).join('').trim() || String(error);
}
