import type { Page } from 'playwright-core';
import { STANDARD_COOL_DOWN_SECONDS } from '../../src/domain/policy/cool-down.ts';
import { broadcastUrl } from '../../tests/replica/addresses.ts';
import type { PracticeServer } from '../../tests/replica/manager/server/practice-server.ts';
import { answerChecklist, pressFinal } from '../../tests/support/browser/answer-checklist.ts';
import { AttackBench } from '../../tests/support/browser/attacks/attack-bench.ts';
import { launchMatta, openExtension } from '../../tests/support/browser/launch-matta.ts';
import { PracticeBenches } from '../../tests/support/browser/practice-benches.ts';
import { CpuMeter } from '../browser/cpu-meter.ts';
import type { GroupContext } from './group.ts';

const ROUNDS = 15;
const RELEASES = 3;
const BURST = 1_000;
const BURSTS = 5;

interface Side {
  readonly name: 'matta' | 'page';
  readonly page: Page;
  readonly server: PracticeServer;
}

/** What the gate adds to requests of the manager's page, in pairs with and without Matta. */
export async function measureGate({ samples, quick, say }: GroupContext): Promise<void> {
  const [matta, without] = await Promise.all([launchMatta(), PracticeBenches.start()]);
  try {
    const plain = await without.open('');
    const page = await matta.context.newPage();
    await page.goto(broadcastUrl('create'));
    const sides: readonly Side[] = [
      { name: 'page', ...plain },
      { name: 'matta', page, server: matta.practice },
    ];
    for (const { page: each } of sides)
      await each.evaluate(() => window.practiceManager.fill({ texts: ['下書きです。'] }));
    for (let round = 0; round < (quick ? 3 : ROUNDS); round += 1) {
      say(`gate: round ${round + 1}`);
      for (const side of sides) {
        samples.add(`harmless/1/${side.name}`, await side.page.evaluate(harmless));
        samples.add(`draft/1/${side.name}`, await draft(side));
      }
    }
    for (let burst = 0; burst < (quick ? 1 : BURSTS); burst += 1) {
      say(`gate: ${BURST} requests within a second`);
      for (const side of sides) {
        const meter = await CpuMeter.of(side.page);
        const { task } = await meter.during(() => side.page.evaluate(requests, BURST));
        samples.add(`hook/${BURST}/${side.name}`, task);
      }
    }
  } finally {
    await Promise.all([matta.close(), without.close()]);
  }
  for (let release = 0; release < (quick ? 1 : RELEASES); release += 1) {
    say(`gate: release ${release + 1}`);
    samples.add('release/1/matta', await releaseMs());
  }
}

/** Runs in the page: a request that only reads, ms until its answer. */
async function harmless(): Promise<number> {
  const start = performance.now();
  await fetch('/practice/pages.css', { cache: 'no-store' });
  return performance.now() - start;
}

/** Runs in the page: many requests, spread over a second, all of which only read. */
async function requests(count: number): Promise<void> {
  const under: Promise<unknown>[] = [];
  for (let batch = 0; batch < 100; batch += 1) {
    for (let one = 0; one < count / 100; one += 1) under.push(fetch('/practice/pages.css'));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await Promise.all(under);
}

/** From the page's press to the arrival at the server, ms. */
async function draft({ page, server }: Side): Promise<number> {
  const before = server.drafts.length;
  await page.waitForFunction(() => !window.practiceManager.state().busy);
  const pressedAt = await page.evaluate(() => {
    const now = performance.timeOrigin + performance.now();
    window.practiceManager.press('draft');
    return now;
  });
  while (server.drafts.length === before) await new Promise((resolve) => setTimeout(resolve, 2));
  return (server.drafts.at(-1)?.at ?? Number.NaN) - pressedAt;
}

/** From the last press of an answered checklist to the arrival of the broadcast, without the cool-down, ms. */
async function releaseMs(): Promise<number> {
  const matta = await launchMatta({ dist: openExtension });
  try {
    const bench = await AttackBench.open(matta);
    await bench.start('confirm=direct&transport=fetch');
    await bench.page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(bench.page, bench.right('request'));
    await pressFinal(bench.page);
    const pressedAt = Date.now();
    while (bench.arrived === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return Date.now() - pressedAt - STANDARD_COOL_DOWN_SECONDS * 1_000;
  } finally {
    await matta.close();
  }
}
