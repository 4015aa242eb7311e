import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(root, 'dist-verifier', 'verify.html');
const SCRIPT = '<script type="module" src="./page.ts"></script>';

/** The page's script did not come out as one file, or the page does not name it as expected. */
export class VerifierNotBuilt extends Error {
  override readonly name = 'VerifierNotBuilt';
}

/** `npm run build:verifier`: the page that checks a saved journal, as one file that needs nothing else. */
export async function main(): Promise<number> {
  const file = await buildVerifier();
  console.log(`${file} is ready: open it in any browser, also without Matta.`);
  return 0;
}

/** Writes `dist-verifier/verify.html` and answers where it is. */
export async function buildVerifier(): Promise<string> {
  const page = await readFile(join(root, 'src/verifier/index.html'), 'utf8');
  if (!page.includes(SCRIPT)) throw new VerifierNotBuilt('index.html does not load page.ts as expected');
  // In a script element, no text may look like its end.
  const code = (await bundledScript()).replaceAll('</', '<\\/');
  await mkdir(dirname(OUT), { recursive: true });
  await writeFile(
    OUT,
    page.replace(SCRIPT, () => `<script type="module">${code}</script>`),
  );
  return OUT;
}

async function bundledScript(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/verifier/page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [only, ...more] = outputs;
  if (only?.type !== 'chunk' || more.length > 0) throw new VerifierNotBuilt('page.ts is not one file');
  return only.code;
}
