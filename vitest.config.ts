import { defineConfig } from 'vitest/config';
import LongFirst from './scripts/long-first.ts';

const inJapan = { TZ: 'Asia/Tokyo' };

/** Each file has a page of its own, and jsdom itself is loaded once for all: loading it takes longer than most tests. */
const ONE_JSDOM = 'vmForks';

/**
 * Tests of the extension's own pages, which need a page as those of LINE's do. Not the one that looks at errors of Node's
 * cryptography: inside a page these are no `Error`.
 */
const OWN_PAGES = ['tests/unit/pages/**/!(signing).test.{ts,tsx}'];

/** What measures time has the machine to itself, and what changes the policy of the whole machine. */
const ALONE = [
  'tests/browser/cost.test.ts',
  'tests/browser/forced-install.test.ts',
  'tests/browser/gate-delay.test.ts',
  'tests/browser/managed-policy.test.ts',
  'tests/browser/network-gate.test.ts',
];

const inBrowser = {
  globalSetup: './tests/support/browser/global-setup.ts',
  setupFiles: './tests/support/browser/clean-up.ts',
  hookTimeout: 60_000,
  // The practice LINE is built once per process, not once per file.
  isolate: false,
};

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
    sequence: { sequencer: LongFirst },
    reporters: ['default', './scripts/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/rules.test.ts'],
          exclude: OWN_PAGES,
          env: inJapan,
          // Most of these know nothing of a page and leave nothing behind: to load everything anew for each costs more than they do.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.{ts,tsx}'],
          env: inJapan,
          pool: ONE_JSDOM,
        },
      },
      {
        extends: true,
        test: {
          name: 'own-page',
          include: OWN_PAGES,
          setupFiles: './tests/support/pages/web-crypto.ts',
          env: inJapan,
          pool: ONE_JSDOM,
        },
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
          ...inBrowser,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          // After the quick projects, so that a mistake shows before a browser starts.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...inBrowser,
          name: 'browser-alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
