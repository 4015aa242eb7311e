import { defineConfig } from 'vitest/config';

const inJapan = { TZ: 'Asia/Tokyo' };

/** Each file has a page of its own, and jsdom itself is loaded once for all: loading it takes longer than most tests. */
const ONE_JSDOM = 'vmForks';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Closed shadow roots cannot be looked into by a test.
  define: { __OPEN_ROOTS__: 'true' },
  test: {
    // A forgotten `.only` would leave other tests out in silence.
    allowOnly: false,
    // Properties with thousands of cases take seconds on a busy machine.
    testTimeout: 30_000,
    // One of two processors would be left idle otherwise.
    maxWorkers: '100%',
    reporters: ['default', './scripts/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/rules.test.ts'],
          env: inJapan,
          // Most of these know nothing of a page and leave nothing behind: to load everything anew for each costs more than they do.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'page', include: ['tests/page/**/*.test.{ts,tsx}'], env: inJapan, pool: ONE_JSDOM },
      },
      {
        extends: true,
        test: {
          name: 'features',
          include: ['tests/features/**/*.test.{ts,tsx}'],
          env: inJapan,
          pool: ONE_JSDOM,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: './tests/support/browser/global-setup.ts',
          setupFiles: './tests/support/browser/clean-up.ts',
          hookTimeout: 60_000,
          // One process for all files, one after the other: the practice LINE is built once, two Chromiums never
          // compete for the processor, and a managed policy (a file of the whole machine) has one reader.
          fileParallelism: false,
          isolate: false,
          // After the quick projects, so that a mistake shows before a browser starts.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
