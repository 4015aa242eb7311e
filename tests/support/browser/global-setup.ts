import { buildExtension } from '../../../scripts/build-extension.ts';

/** Set by `scripts/test.ts`, which has built everything before it starts several runs at once. */
export const ALREADY_BUILT = 'MATTA_ALREADY_BUILT';

/** Builds `dist/` and `dist-test/` once, before the first browser test. */
export default async function setup(): Promise<void> {
  if (process.env[ALREADY_BUILT] !== undefined) return;
  await buildExtension();
  await buildExtension('open-roots');
}
