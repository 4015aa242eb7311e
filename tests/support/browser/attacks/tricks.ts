import type { AttackSource } from './attack.ts';
import type { AttackBench } from './attack-bench.ts';
import { finalPoint } from './attack-dialog.ts';
import { calmDown, confirmUntilAsked } from './calm-down.ts';
import { answerAll, completeBroadcast, pressUntilReleased } from './complete-broadcast.ts';
import { sendRaw } from './send-raw.ts';

/** After the time for which the broadcasts are reserved. */
const LATER_MS = 13 * 24 * 3_600_000;

/** What a trick came to: how often it was pressed or sent, and what reached the server without and with an answer. */
export interface TrickCount {
  readonly presses: number;
  /** Of these that were answered for, how many had to reach the server. */
  readonly allowed: number;
}

/** An attack that takes an answered checklist, or time, or a second page; on chosen pages, by its switches. */
export interface Trick {
  readonly name: string;
  readonly sources: readonly AttackSource[];
  readonly queries: readonly string[];
  run(bench: AttackBench): Promise<TrickCount>;
}

const USUAL = [
  'confirm=direct',
  'confirm=modal&transport=fetch',
  'confirm=direct&transport=xhr-sync',
] as const;

export const TRICKS: readonly Trick[] = [
  changed('text changed after the answers', { texts: ['あとから変えた文です。'] }),
  changed('receivers changed after the answers', { audience: 'all' }),
  changed('time changed after the answers', { when: 'now' }),
  {
    name: 'answered once, pressed twice',
    sources: ['lock §2.1'],
    queries: USUAL,
    run: async (bench) => {
      await completeBroadcast(bench);
      await bench.reload();
      await bench.click('send');
      await confirmUntilAsked(bench);
      return { presses: 3, allowed: 1 };
    },
  },
  {
    name: 'used nonce once more',
    sources: ['lock §2.1'],
    queries: USUAL.slice(0, 1),
    run: async (bench) => {
      await completeBroadcast(bench);
      const nonces = await bench.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .flatMap(({ name }) =>
            name.includes('broadcasts') && name.includes('#') ? [name.split('#')[1]] : [],
          ),
      );
      for (const nonce of nonces) {
        for (const way of ['fetch', 'worker'] as const) {
          await sendRaw(bench, way, (path) => `${path}#${nonce}`);
          await confirmUntilAsked(bench);
          await calmDown(bench);
        }
      }
      return { presses: 2 + 2 * nonces.length, allowed: 1 };
    },
  },
  {
    name: 'second request in the tick in which the first is let go',
    sources: ['lock §2.1'],
    queries: ['confirm=direct'],
    run: async (bench) => {
      await bench.page.evaluate(() => {
        for (const way of ['fetch', 'fetch', 'xhr'] as const) void window.practiceManager.send(way);
      });
      await answerAndPress(bench);
      return { presses: 3, allowed: 1 };
    },
  },
  {
    name: 'several requests after the press that was asked for once more',
    sources: ['lock §2.1'],
    queries: ['confirm=direct', 'confirm=direct&transport=fetch'],
    run: async (bench) => {
      await bench.click('send');
      await answerAndPress(bench);
      await bench.passTime();
      await bench.page.evaluate(() => {
        for (const way of ['xhr', 'xhr', 'fetch', 'fetch'] as const) void window.practiceManager.send(way);
      });
      await confirmUntilAsked(bench, bench.arrived + 1);
      return { presses: 5, allowed: 1 };
    },
  },
  {
    name: 'another tab while the next press of the first is let go',
    sources: ['lock §2.1'],
    queries: ['confirm=direct'],
    run: async (bench) => {
      const other = await bench.second();
      await bench.page.evaluate(() => void window.practiceManager.send('worker'));
      await answerAndPress(bench);
      await other.evaluate(() => window.practiceManager.send('worker'));
      await other.locator('matta-gate').waitFor({ state: 'attached' });
      await other.keyboard.press('Escape');
      await bench.page.evaluate(() => window.practiceManager.send('worker'));
      return { presses: 3, allowed: 1 };
    },
  },
  {
    name: 'request of a worker, twice after one answer',
    sources: ['lock §2.1'],
    queries: ['confirm=direct'],
    run: async (bench) => {
      await bench.page.evaluate(() => void window.practiceManager.send('worker'));
      await answerAndPress(bench);
      await bench.page.evaluate(() => window.practiceManager.send('worker'));
      await bench.reload();
      await bench.page.evaluate(() => window.practiceManager.send('worker'));
      return { presses: 3, allowed: 1 };
    },
  },
  {
    name: 'request of the page’s service worker, after an answer',
    sources: ['lock §2.1'],
    queries: ['confirm=direct'],
    run: async (bench) => {
      await bench.page.evaluate(() => void window.practiceManager.send('service-worker'));
      await answerAndPress(bench);
      await bench.page.evaluate(() => window.practiceManager.send('service-worker'));
      return { presses: 2, allowed: 0 };
    },
  },
  {
    name: 'back to a page that was left with the checklist open',
    sources: ['page §7.6'],
    queries: USUAL,
    run: async (bench) => {
      const { page } = bench;
      await page.evaluate(() => void window.practiceManager.send('fetch'));
      await confirmUntilAsked(bench);
      await page.goto('https://manager.line.biz/account/@practice-line');
      await page.goBack();
      await page.waitForFunction(() => window.practiceManager?.element('send') ?? false);
      await bench.write();
      await bench.passTime();
      await bench.click('send');
      await confirmUntilAsked(bench);
      return { presses: 2, allowed: 0 };
    },
  },
  {
    name: 'reserved time passed while the checklist is open',
    sources: ['page §7.6'],
    queries: ['confirm=direct', 'confirm=direct&elements=closed&classes=renamed'],
    run: async (bench) => {
      await bench.click('send');
      await confirmUntilAsked(bench);
      await answerAll(bench, 'request');
      const final = await finalPoint(bench);
      await bench.setClock(LATER_MS);
      if (final !== null) await bench.page.mouse.click(final.x, final.y);
      await bench.page.locator('matta-gate .said[data-tone="open"]', { hasText: /./ }).waitFor();
      await bench.setClock(0);
      return { presses: 2, allowed: 0 };
    },
  },
];

/** Answers the checklist for one broadcast, changes it, and presses again. */
function changed(name: string, change: Parameters<Window['practiceManager']['fill']>[0]): Trick {
  return {
    name,
    sources: ['page §7.6'],
    queries: ['confirm=direct', 'confirm=direct&transport=xhr-sync', 'transport=beacon'],
    run: async (bench) => {
      await bench.click('send');
      await answerAndPress(bench);
      await bench.page.evaluate((other) => window.practiceManager.fill(other), change);
      await bench.passTime();
      await bench.click('send');
      await confirmUntilAsked(bench);
      return { presses: 2, allowed: 0 };
    },
  };
}

async function answerAndPress(bench: AttackBench): Promise<void> {
  await confirmUntilAsked(bench);
  await answerAll(bench, 'request');
  await pressUntilReleased(bench);
}
