import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { BOT_ID, chatIdAt, chatUrl } from '../replica/addresses.ts';
import { ja } from '../replica/chat/content/ja.ts';
import { SWITCH_VALUES } from '../replica/switches.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { contentWorld, hideTab } from '../support/browser/content-world.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { openPopup, refreshPopup } from '../support/browser/open-popup.ts';
import { everythingStored, storedMessages } from '../support/browser/stored.ts';
import { makeTemporaryFolder } from '../support/browser/temporary-folder.ts';
import { toolbarButton } from '../support/browser/toolbar-button.ts';
import { unsendByMenu } from '../support/browser/unsend-by-menu.ts';

const patience = { timeout: 10_000 };

/** The practice LINE's own answer to what should be stored of the open conversation. */
const sentMessages = (page: Page) =>
  page.evaluate(() =>
    window.practice
      .truth()
      .filter(
        ({ direction, state, kind }) => direction === 'outgoing' && state === 'sent' && kind === 'operator',
      ),
  );
/** Sends a message and answers its id once LINE has taken it. */
async function send(page: Page, text: string): Promise<string> {
  const before = (await sentMessages(page)).length;
  await page.evaluate((message) => {
    window.practice.setLatency(40);
    window.practice.send(message);
  }, text);
  await expect.poll(async () => (await sentMessages(page)).length, patience).toBe(before + 1);
  return (await sentMessages(page)).at(-1)?.id ?? '';
}

describe('what is stored', { timeout: 60_000 }, () => {
  let matta: Matta;
  let profile: string;
  beforeAll(async () => {
    profile = await makeTemporaryFolder('matta-records-');
    matta = await launchMatta({ profile });
  });
  afterAll(() => matta.close());

  async function openPage(conversation: number, query = '', loadedAt?: number): Promise<Page> {
    const page = await matta.context.newPage();
    if (loadedAt !== undefined)
      await page.addInitScript((moment) => Object.assign(Date, { now: () => moment }), loadedAt);
    await page.goto(chatUrl(conversation, query));
    await badgesShown(page);
    return page;
  }
  const storedIn = async (conversation: number) =>
    (await storedMessages(matta)).filter((message) => message.conversation === chatIdAt(conversation));
  const storedIds = async (conversation: number) => (await storedIn(conversation)).map(({ id }) => id);
  const record = async (id: string) => (await storedMessages(matta)).find((message) => message.id === id);

  test('is each sent message once, with account, conversation, send time and kind', async () => {
    const page = await openPage(0);
    await send(page, 'まもなく届きます。');
    const sent = await sentMessages(page);
    await expect.poll(() => storedIds(0), patience).toEqual(expect.arrayContaining(sent.map(({ id }) => id)));
    const stored = await storedIn(0);
    for (const { id, sentAt } of sent) {
      const [message, ...more] = stored.filter((candidate) => candidate.id === id);
      expect(more).toEqual([]);
      expect(message).toMatchObject({
        account: BOT_ID,
        unsentAt: null,
        kind: expect.not.stringMatching('automatic'),
      });
      // The id holds the moment to ten milliseconds, rounded down.
      const { earliest, precision, source } = message?.sendTime ?? {};
      expect([sentAt - (earliest ?? 0) < 10, precision, source]).toEqual([true, 'exact', 'id']);
    }
    const foreign = await page.evaluate(() =>
      window.practice.truth().flatMap(({ direction, id }) => (direction === 'incoming' ? [id] : [])),
    );
    expect(stored.filter(({ id }) => foreign.includes(id))).toEqual([]);
    await page.close();
  });

  test('has no duplicates when two tabs show one conversation', async () => {
    // The practice LINE invents its messages from the time of loading, so both load at the same moment.
    const loadedAt = Date.now();
    const [one, other] = [await openPage(4, '', loadedAt), await openPage(4, '', loadedAt)];
    const sent = (await sentMessages(one)).map(({ dataId }) => dataId);
    await expect.poll(async () => (await storedIds(4)).length, patience).toBe(sent.length);
    await one.evaluate(() => window.practice.rerender());
    await other.evaluate(() => window.practice.open(5));
    await other.evaluate(() => window.practice.open(4));
    await badgesShown(other);
    await other.waitForTimeout(800);
    const ids = await storedIds(4);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(sent.toSorted());
    for (const page of [one, other]) await page.close();
  });

  test('comes from hidden tabs, too', async () => {
    const hidden = await openPage(8);
    await hideTab(await contentWorld(hidden));
    const front = await openPage(9);
    const id = await send(hidden, '確認してまいります。');
    await expect.poll(async () => (await record(id))?.id, patience).toBe(id);
    for (const page of [hidden, front]) await page.close();
  });

  test.for(SWITCH_VALUES.unsend)('notes an unsending that LINE shows by %s', async (outcome) => {
    const page = await openPage(0, `unsend=${outcome}`);
    const id = await send(page, '送り先を間違えました。');
    const badge = page.locator(`matta-badge[data-message-id="${id}"]`);
    await badge.waitFor();
    await expect.poll(async () => (await record(id))?.unsentAt, patience).toBe(null);
    const popup = await openPopup(matta, page);
    await popup.locator('li .message').first().waitFor();
    const listed = await popup.locator('li .message').count();
    await page.bringToFront();

    await unsendByMenu(page, id);
    await badge.waitFor({ state: 'detached' });
    await expect.poll(async () => typeof (await record(id))?.unsentAt, patience).toBe('number');
    await refreshPopup(popup, page);
    await expect.poll(() => popup.locator('li .message').count(), patience).toBe(listed - 1);
    await page.waitForTimeout(300);
    expect(await badge.count()).toBe(0);
    for (const open of [popup, page]) await open.close();
  });

  test('is what popup and toolbar button count, and nothing that came in or went out by itself', async () => {
    const page = await openPage(0);
    await page.evaluate(() => window.practice.receive());
    await send(page, 'お待ちしております。');
    const unsendable = async () =>
      (await storedMessages(matta)).filter(
        ({ sendTime, unsentAt, kind }) =>
          sendTime.earliest > Date.now() - 59 * MINUTE && unsentAt === null && kind !== 'automatic',
      ).length;
    await page.waitForTimeout(1_000);
    await expect
      .poll(async () => (await toolbarButton(matta)).text === String(await unsendable()), patience)
      .toBe(true);
    expect(await unsendable()).toBeGreaterThan(5);
    // The most urgent one was sent 56 minutes before the page was opened.
    expect((await toolbarButton(matta)).color).toBe('#c0262d');
    const popup = await openPopup(matta, page);
    await expect.poll(() => popup.locator('li .message').count(), patience).toBe(await unsendable());
    expect(await popup.getByText('自動送信').count()).toBe(0);
    for (const open of [popup, page]) await open.close();
  });

  test('holds no word of any message and no name of any customer', async () => {
    const page = await openPage(1);
    await send(page, 'この一文はどこにも残りません。');
    await page.evaluate(() => window.practice.open(3));
    await badgesShown(page);
    const onPage = await page.evaluate(() =>
      [...document.querySelectorAll('.chat-item-text, .profile-member, .sub-header h4')].map(
        (part) => part.textContent,
      ),
    );
    const written = [...ja.threads.flat(), ...ja.group.thread].flatMap(({ content }) =>
      typeof content === 'object' && 'text' in content ? [content.text] : [],
    );
    const private_ = [...onPage, ...written, ...Object.values(ja.demo), ...ja.customers, ...ja.group.members];
    const stored = JSON.stringify(await everythingStored(matta));
    expect(stored.length).toBeGreaterThan(5_000);
    expect(private_.length).toBeGreaterThan(60);
    expect(
      private_.filter((text) => text.trim() !== '' && stored.includes(text.trim().slice(0, 40))),
    ).toEqual([]);
    await page.close();
  });

  test('is still there after the browser was restarted', async () => {
    const before = await storedMessages(matta);
    expect(before.length).toBeGreaterThan(10);
    await matta.close();
    matta = await launchMatta({ profile });
    expect(await storedMessages(matta)).toEqual(before);
    const popup = await matta.openExtensionPage('src/pages/popup/index.html');
    await popup.locator('li .message').first().waitFor();
  });
});
