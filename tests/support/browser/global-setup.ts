import { buildExtension } from '../../../scripts/build-extension.ts';

/** Builds `dist/` once, before the first browser test. */
export default async function setup(): Promise<void> {
  await buildExtension();
}
