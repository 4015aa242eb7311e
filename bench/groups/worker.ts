import type { Page } from 'playwright-core';
import { DAY } from '../../src/domain/clock.ts';
import { BOT_ID, chatIdAt, chatUrl } from '../../tests/replica/addresses.ts';
import { badgesPresent } from '../../tests/support/browser/badges-shown.ts';
import { contentWorld } from '../../tests/support/browser/content-world.ts';
import { launchMatta, type Matta } from '../../tests/support/browser/launch-matta.ts';
import { killWorker } from '../../tests/support/browser/worker-control.ts';
import { ASKING_PAGE, constantExtension } from '../browser/constant-extension.ts';
import { recordsFrom } from '../storage/records.ts';
import type { GroupContext } from './group.ts';

const RECORDS = 10_000;
/** As many messages are asked for. */
const ASKED = 100;
const COLD = 7;
const WARM = 20;
/** Chromium keeps a database open for a while after its worker has gone. */
const REST_MS = 2_500;

/** Question and answer between a page and the shipped worker, ms of waiting; beside a worker whose answer is a constant. */
export async function measureWorker({ samples, quick, say }: GroupContext): Promise<void> {
  const [matta, constant] = await Promise.all([
    launchMatta(),
    constantExtension().then((dist) => launchMatta({ dist, practice: false })),
  ]);
  try {
    await seed(matta);
    const sides = [
      { name: 'matta', browser: matta, page: await matta.openExtensionPage(ASKING_PAGE) },
      { name: 'constant', browser: constant, page: await constant.openExtensionPage(ASKING_PAGE) },
    ];
    for (const { page } of sides) await ask(page);
    for (let round = 0; round < (quick ? 2 : COLD); round += 1) {
      say(`worker: round ${round + 1}`);
      for (const { name, browser, page } of sides) {
        await page.waitForTimeout(500);
        await killWorker(browser);
        await page.waitForTimeout(REST_MS);
        samples.add(`cold/${RECORDS}/${name}`, await ask(page));
        await page.waitForTimeout(300);
        for (let time = 0; time < WARM; time += 1) samples.add(`warm/${RECORDS}/${name}`, await ask(page));
      }
    }
    await recordThroughWorker(
      matta,
      (what, ms) => samples.add(`${what}/${RECORDS}/matta`, ms),
      quick ? 3 : 15,
    );
  } finally {
    await Promise.all([matta.close(), constant.close()]);
  }
}

/** Runs the popup's question; answers how long it took. @throws NotAnswered */
async function ask(page: Page): Promise<number> {
  const [ms, messages] = await page.evaluate(async (limit) => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage({ verb: 'unsendable', payload: { limit } });
    return [performance.now() - start, answer.value.messages.length];
  }, ASKED);
  if (messages !== ASKED) throw new NotAnswered(`${messages} of ${ASKED} messages`);
  return ms;
}

/** Puts records into the worker's own database, and has it notice by what it remembers of it. */
async function seed(matta: Matta): Promise<void> {
  const page = await matta.openExtensionPage(ASKING_PAGE);
  await page.evaluate(
    async (records) => {
      await chrome.runtime.sendMessage({ verb: 'unsendable', payload: { limit: 1 } });
      const request = indexedDB.open('matta-sent-1');
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = reject;
      });
      const transaction = request.result.transaction('messages', 'readwrite');
      for (const record of records) transaction.objectStore('messages').put(record);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      request.result.close();
      await chrome.storage.session.remove('mirror-fresh');
    },
    recordsFrom(0, RECORDS, Date.now()),
  );
  await page.close();
}

/** A chat's script tells of messages; until the worker has stored them and says so. */
async function recordThroughWorker(
  matta: Matta,
  note: (what: string, ms: number) => void,
  rounds: number,
): Promise<void> {
  const page = await matta.context.newPage();
  await page.goto(chatUrl(0));
  await badgesPresent(page);
  const world = await contentWorld(page);
  const room = { account: BOT_ID, conversation: chatIdAt(0) };
  for (let round = 0; round < rounds; round += 1) {
    for (const count of [1, 50]) {
      // Each time others, that are new to the worker.
      const from = -100 * (round + 1) + (count === 1 ? 60 : 0);
      const messages = recordsFrom(from, count, Date.now() - DAY).map(({ id, sendTime, kind }) => ({
        id,
        sendTime,
        kind,
        seenAt: sendTime.latest,
      }));
      const request = JSON.stringify({ verb: 'record', payload: { ...room, messages } });
      const ms = await world.evaluate(`(async () => {
        const start = performance.now();
        const answer = await chrome.runtime.sendMessage(${request});
        return answer?.ok === true ? performance.now() - start : null;
      })()`);
      if (typeof ms !== 'number') throw new NotRecorded(`${count} messages`);
      note(`record${count}`, ms);
      await page.waitForTimeout(150);
    }
  }
  await page.close();
}

/** The worker gave another answer than it should have. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/** The worker refused what it was told. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}
