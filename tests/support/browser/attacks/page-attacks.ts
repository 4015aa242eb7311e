import { DRAFT_ID } from '../../../replica/addresses.ts';
import type { Attack } from './attack.ts';
import { confirmUntilAsked } from './calm-down.ts';

const SCHEDULED_ID = '501093310';
const NARROW = { width: 420, height: 620 } as const;
const USUAL = { width: 1366, height: 860 } as const;

/** Presses on pages that are not as they were: another broadcast, another address, another size. */
export const PAGE_ATTACKS: readonly Attack[] = [
  {
    name: 'zoomed and narrow',
    sources: ['page §7.6'],
    run: async (bench) => {
      const { page } = bench;
      await page.setViewportSize(NARROW);
      await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
      await bench.click('send');
      await confirmUntilAsked(bench);
      await page.evaluate(() => document.documentElement.style.removeProperty('zoom'));
      await page.setViewportSize(USUAL);
      return 1;
    },
  },
  {
    name: 'two tabs at once',
    sources: ['page §7.6'],
    run: async (bench) => {
      const other = await bench.second();
      await Promise.all([
        bench.page.evaluate(() => window.practiceManager.press('send')),
        other.evaluate(() => void window.practiceManager.send('fetch')),
        other.evaluate(() => void window.practiceManager.send('worker')),
      ]);
      await other.locator('matta-gate').waitFor({ state: 'attached' });
      await other.keyboard.press('Escape');
      return 3;
    },
  },
  {
    name: 'navigation inside the page while the checklist is open',
    sources: ['page §7.6'],
    run: async (bench) => {
      const { page } = bench;
      await page.evaluate(() => void window.practiceManager.send('fetch'));
      await confirmUntilAsked(bench);
      await page.evaluate(() => window.practiceManager.go('broadcast'));
      await page.locator('matta-gate').waitFor({ state: 'detached' });
      await bench.visit('create');
      await bench.click('send');
      return 2;
    },
  },
  {
    name: 'copy of an earlier broadcast',
    sources: ['page §7.6'],
    run: async (bench) => {
      await bench.visit('create', 'from_copy=1');
      await bench.click('send');
      return 1;
    },
  },
  {
    name: 'edit of a broadcast that is scheduled already',
    sources: ['page §7.6'],
    run: async (bench) => {
      await bench.visit(`edit/${SCHEDULED_ID}`);
      await bench.click('send');
      return 1;
    },
  },
  {
    name: 'edit of a draft',
    sources: ['own'],
    run: async (bench) => {
      await bench.visit(`edit/${DRAFT_ID}`);
      await bench.page.evaluate(() => void window.practiceManager.send());
      return 1;
    },
  },
];
