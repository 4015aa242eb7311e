import { buildExtension } from '../../../scripts/build-extension.ts';

/** Tells that `dist/` and `dist-test/` are as the sources are: several projects ask for them, and whoever has just built may say so. */
const ALREADY_BUILT = 'MATTA_ALREADY_BUILT';

/** Builds `dist/` and `dist-test/` once, before the first browser test. */
export default async function setup(): Promise<void> {
  if (process.env[ALREADY_BUILT] !== undefined) return;
  await buildExtension();
  await buildExtension('open-roots');
  process.env[ALREADY_BUILT] = '1';
}
