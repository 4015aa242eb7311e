import { buildExtension } from '../../../scripts/build-extension.ts';

/** Builds `dist/` and `dist-test/` once, before the first browser test. */
export default async function setup(): Promise<void> {
  await buildExtension();
  await buildExtension('open-roots');
}
