// Runs one of the TypeScript commands of this folder: `node scripts/run.mjs start --lang th`. Node 20, the oldest
// that is supported, cannot run TypeScript itself, and Vite is here anyway.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [command, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`./scripts/${command}.ts`, {
  root,
  configFile: false,
  logLevel: 'warn',
});
process.exitCode = await module.main(args);
