import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.config.ts';

/** `npm run build:test`: the same build, but that shadow roots which are closed in the product are open. */
const OPEN_ROOTS = 'open-roots';

export default defineConfig(({ mode }) => ({
  define: { __OPEN_ROOTS__: JSON.stringify(mode === OPEN_ROOTS) },
  plugins: [crx({ manifest })],
  build: {
    target: 'chrome137',
    modulePreload: false,
    sourcemap: false,
    emptyOutDir: true,
    outDir: mode === OPEN_ROOTS ? 'dist-test' : 'dist',
    // No entries of the manifest: popup and options lead to them.
    rolldownOptions: {
      input: { journal: 'src/pages/journal/index.html', supervisor: 'src/pages/supervisor/index.html' },
    },
  },
}));
