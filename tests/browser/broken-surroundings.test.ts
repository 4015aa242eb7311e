import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DAY } from '../../src/domain/clock.ts';
import type { StoredMessage } from '../../src/domain/unsend/sent-message.ts';
import { chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { openPopup, refreshPopup } from '../support/browser/open-popup.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { storedMessages } from '../support/browser/stored.ts';
import { killWorker } from '../support/browser/worker-control.ts';
import { wrongPromises } from '../support/browser/wrong-promises.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;
const patience = { timeout: 10_000 };

let matta: Matta;
let page: Page;
let errors: readonly string[];

/** Ids of the messages that LINE has taken, of those in the open conversation that were sent less than a day ago. */
const sentToday = () =>
  page.evaluate((dayAgo) => {
    const outgoing = window.practice.truth().filter(({ direction }) => direction === 'outgoing');
    return outgoing.filter(({ state, sentAt }) => state === 'sent' && sentAt > dayAgo).map(({ id }) => id);
  }, Date.now() - DAY);

/** Sends messages and waits until LINE has taken all of them. */
async function send(count: number): Promise<void> {
  const expected = (await sentToday()).length + count;
  await page.evaluate((times) => {
    window.practice.setLatency(40);
    for (let time = 0; time < times; time++) window.practice.send();
  }, count);
  await expect.poll(async () => (await sentToday()).length, patience).toBe(expected);
}

/** Waits until all that is on the page is recorded. What failed for the third time is tried again after a minute. */
async function allStored(): Promise<void> {
  const missing = async () => {
    const stored = new Set<string | null>((await storedMessages(matta)).map(({ id }) => id));
    return (await sentToday()).filter((id) => !stored.has(id));
  };
  await vi.waitFor(async () => expect(await missing()).toEqual([]), { timeout: 90_000, interval: 100 });
}

/** Those of `before` that matter still and are not stored any more. What is over for longer than a day may have gone. */
async function lostOf(before: readonly StoredMessage[]): Promise<readonly StoredMessage[]> {
  const after = new Set((await storedMessages(matta)).map(({ id }) => id));
  return before.filter(({ id, sendTime }) => sendTime.earliest > Date.now() - DAY && !after.has(id));
}

async function start(): Promise<void> {
  matta = await launchMatta();
  page = await matta.context.newPage();
  errors = collectErrors(page);
  await page.goto(chatUrl(0));
  await badgesShown(page);
  await allStored();
}

describe('when the worker goes away', { timeout: 150_000 }, () => {
  beforeAll(start);
  afterAll(() => matta.close());

  test('before each message, every message is recorded', async () => {
    for (let time = 0; time < 8; time++) {
      await killWorker(matta);
      await send(1);
    }
    await allStored();
    expect(errors).toEqual([]);
  });

  test('again and again while thirty messages are sent, all of them are recorded afterwards', async () => {
    const stillDead = new AbortController();
    const killing = (async () => {
      while (!stillDead.signal.aborted) await killWorker(matta);
    })();
    for (let burst = 0; burst < 6; burst++) {
      await send(5);
      await page.waitForTimeout(300);
    }
    stillDead.abort();
    await killing;
    await allStored();
    await page.locator('matta-notice').waitFor({ state: 'detached' });
    expect(await wrongPromises(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('and all that it held in memory with it, the popup still lists everything', async () => {
    const worker = await matta.worker();
    await worker.evaluate(() => chrome.storage.session.clear());
    await killWorker(matta);
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupShownOfTotal', 30, 43)).waitFor();
    expect(await popup.locator('li .message').count()).toBe(30);
    await popup.close();
  });
});

describe('when the browser gives no database', { timeout: 150_000 }, () => {
  beforeAll(start);
  afterAll(() => matta.close());

  test('page and popup say so, and what was sent meanwhile is stored once there is one again', async () => {
    const before = await storedMessages(matta);
    const worker = await matta.worker();
    await worker.evaluate(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused by the test', 'SecurityError');
      };
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('closed by the test', 'InvalidStateError');
      };
    });
    await send(3);
    await page.getByText(t('troubleStoreRefused')).waitFor();
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupStoreRefusedTitle')).waitFor();
    // What was sent just now is listed although it could not be stored.
    expect(await popup.locator('li .message').count()).toBe(8);
    expect(await wrongPromises(page)).toEqual([]);

    await killWorker(matta);
    await send(1);
    await allStored();
    expect(await lostOf(before)).toEqual([]);
    await page.locator('matta-notice').waitFor({ state: 'detached' });
    await refreshPopup(popup, page);
    await expect.poll(() => popup.locator('li .message').count(), patience).toBe(9);
    expect(await popup.getByText(t('popupStoreRefusedTitle')).count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('when the disk is full', { timeout: 150_000 }, () => {
  beforeAll(start);
  afterAll(() => matta.close());

  test('page and popup say so, and what was sent meanwhile is stored once there is room again', async () => {
    const before = await storedMessages(matta);
    const worker = await matta.worker();
    // Chromium holds extensions to no quota, so the worker is given what a full disk looks like: aborted transactions.
    await worker.evaluate(() => {
      IDBObjectStore.prototype.put = function () {
        this.transaction.abort();
        throw new DOMException('aborted by the test', 'AbortError');
      };
      Object.defineProperty(IDBTransaction.prototype, 'error', {
        get: () => new DOMException('full by the test', 'QuotaExceededError'),
      });
    });
    await send(3);
    await page.getByText(t('troubleStoreFull')).waitFor();
    const popup = await openPopup(matta, page);
    await popup.getByText(t('popupStoreFullTitle')).waitFor();
    expect(await wrongPromises(page)).toEqual([]);

    await killWorker(matta);
    // The next attempt is a minute away.
    await (await matta.worker()).evaluate(() => {
      const dispatch: unknown = Reflect.get(chrome.alarms.onAlarm, 'dispatch');
      if (typeof dispatch === 'function') dispatch.call(chrome.alarms.onAlarm, { name: 'retry-unsaved' });
    });
    await allStored();
    expect(await lostOf(before)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
