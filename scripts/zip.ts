import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { archiveFolder } from './archive-folder.ts';
import { buildExtension } from './build-extension.ts';

/** `npm run zip`: builds the extension and packs it as matta-VERSION.zip, the file that the Web Store takes. */
export async function main(): Promise<number> {
  await buildExtension();
  const archive = await archiveFolder(fileURLToPath(new URL('../dist', import.meta.url)));
  const name = `matta-${packageJson.version}.zip`;
  await writeFile(fileURLToPath(new URL(`../${name}`, import.meta.url)), archive);
  console.log(`${name}  ${archive.length} bytes`);
  console.log(`SHA-256 ${createHash('sha256').update(archive).digest('hex')}`);
  return 0;
}
