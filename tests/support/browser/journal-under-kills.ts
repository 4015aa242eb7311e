import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readEntry } from '../../../src/domain/journal/chain.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy } from '../../../src/platform/signing.ts';
import { readJournalFile } from '../../../src/verifier/journal-file.ts';
import { type Report, reportOn } from '../../../src/verifier/report.ts';
import { broadcastUrl } from '../../replica/addresses.ts';
import { attemptOf } from '../gate-bench.ts';
import { japaneseTexts } from '../pages/japanese-texts.ts';
import { type ContentWorld, contentWorld } from './content-world.ts';
import { launchMatta, type Matta, openExtension } from './launch-matta.ts';
import { killWorker } from './worker-control.ts';

/** How many entries shall be written, and how often worker and browser are killed meanwhile, at random moments. */
export interface Ordeal {
  readonly entries: number;
  readonly workerKills: number;
  readonly browserKills: number;
}

/** What came of it. `file` is what the journal page saved; `written` are the attempts that the entries are about, as the saved file says; `ms` the time it took. */
export interface Outcome {
  readonly file: string;
  readonly report: Report;
  readonly written: readonly (string | null)[];
  readonly ms: number;
}

/** Entries that a page asks for in one go; some of them are under way at once. */
const BATCH = 50;
const AT_ONCE = 5;

const answeredSchema = v.array(v.number());

/** Writes entries from a page of LINE's until each has been answered for, and checks the file that the journal page saves. */
export async function writeUnderKills(profile: string, ordeal: Ordeal): Promise<Outcome> {
  const began = performance.now();
  const missing = new Set(Array.from({ length: ordeal.entries }, (_, n) => n + 1));
  for (let life = 0; life <= ordeal.browserKills; life += 1) {
    const matta = await launchMatta({ dist: openExtension, profile });
    const isLast = life === ordeal.browserKills;
    const goal = isLast
      ? 0
      : Math.ceil((ordeal.entries * (ordeal.browserKills - life)) / (ordeal.browserKills + 1));
    await writeDownTo(goal, missing, matta, ordeal.workerKills / (ordeal.browserKills + 1));
    if (isLast) {
      const file = await savedJournal(matta);
      const ms = performance.now() - began;
      await matta.close();
      const report = await reportOn(file, { sha256, isSignedBy }, null);
      const written = readJournalFile(file).entries.map((stored) => readEntry(stored)?.attempt ?? null);
      return { file, report, written, ms };
    }
    await killWhileWriting(matta, profile, missing);
  }
  throw new RangeError('fewer than no kills of the browser');
}

/** Until so few are missing; the worker is killed so many times meanwhile. */
async function writeDownTo(goal: number, missing: Set<number>, matta: Matta, kills: number): Promise<void> {
  const page = await matta.context.newPage();
  await page.goto(broadcastUrl(''));
  const world = await contentWorld(page);
  const perBatch = (kills * BATCH) / Math.max(1, missing.size - goal);
  let due = 0;
  while (missing.size > goal) {
    due += perBatch;
    const writing = writeBatch(world, missing);
    for (; due >= 1; due -= 1) {
      await page.waitForTimeout(Math.random() * 150);
      await killWorker(matta);
    }
    await writing;
  }
  await page.close();
}

/** Asks for entries; those that are answered for are not missing any more. The others are asked for once more, later. */
async function writeBatch(world: ContentWorld, missing: Set<number>): Promise<void> {
  const numbers = [...missing].slice(0, BATCH);
  const requests = numbers.map((n) => ({
    verb: 'observed',
    payload: { attempt: attemptOf(n), layer: 'button' },
  }));
  const answered = await world.evaluate(`(async () => {
    const waiting = ${JSON.stringify(requests.map((request, place) => [numbers[place], request]))};
    const answered = [];
    await Promise.all(Array.from({ length: ${AT_ONCE} }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const answer = await chrome.runtime.sendMessage(next[1]).catch(() => null);
        if (answer?.ok) answered.push(next[0]);
      }
    }));
    return answered;
  })()`);
  for (const n of v.parse(answeredSchema, answered)) missing.delete(n);
}

/** Kills the browser with no warning while it writes. What it had answered for by then nobody hears: it is asked for again. */
async function killWhileWriting(matta: Matta, profile: string, missing: Set<number>): Promise<void> {
  const page = await matta.context.newPage();
  await page.goto(broadcastUrl(''));
  const world = await contentWorld(page);
  const gone = new Promise((resolve) => matta.context.once('close', resolve));
  const writing = writeBatch(world, missing).catch(() => undefined);
  await page.waitForTimeout(Math.random() * 150);
  // Chromium's own mark of who uses the profile: `host-pid`.
  const holder = await readlink(join(profile, 'SingletonLock'));
  process.kill(Number(holder.slice(holder.lastIndexOf('-') + 1)), 'SIGKILL');
  await Promise.all([gone, writing]);
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    await rm(join(profile, name), { force: true });
}

/** The file that the journal page saves for checking. */
async function savedJournal(matta: Matta): Promise<string> {
  const page = await matta.openExtensionPage('src/pages/journal/index.html');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: japaneseTexts.t('journalExportJsonl') }).click();
  return readFile(await (await saving).path(), 'utf8');
}
