import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { builtExtension, launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { setClock } from '../support/browser/set-clock.ts';
import { withTestClock } from '../support/browser/with-test-clock.ts';

/** What Matta costs is counted, not timed: counts are the same on every machine. */
describe('in a conversation of 2,000 messages', () => {
  let matta: Matta;
  beforeAll(async () => {
    matta = await launchMatta({ dist: await withTestClock(builtExtension) });
  });
  afterAll(() => matta.close());

  async function open() {
    const page = await matta.context.newPage();
    await page.goto(chatUrl(0, 'n=2000'));
    await badgesShown(page);
    return page;
  }

  test('only rows about a screen away from the view have badges, and they are there before one scrolls to them', async () => {
    const page = await open();
    const badges = () => page.locator('matta-badge').count();
    const atStart = await badges();
    expect(atStart).toBeGreaterThan(3);
    expect(atStart).toBeLessThan(40);
    expect(await page.evaluate(scrollUpAndCountMissing)).toBe(0);
    expect(await badges()).toBeLessThan(200);
    await page.close();
  });

  test('the worker learns of every message all the same', async () => {
    const page = await open();
    const sent = await page.evaluate(() =>
      window.practice
        .truth()
        .filter((row) => row.direction === 'outgoing' && row.state === 'sent')
        .map((row) => row.id ?? ''),
    );
    const options = await matta.openExtensionPage('src/pages/options/index.html');
    const missing = async () => {
      const recorded = new Set(await options.evaluate(exportedIds));
      return sent.filter((id) => !recorded.has(id)).length;
    };
    expect(sent).toHaveLength(1_000);
    await expect.poll(missing, { timeout: 15_000 }).toBe(0);
    await options.close();
    await page.close();
  });

  test('a passing minute changes all labels in one frame and touches nothing else', async () => {
    await setClock(matta, MINUTE - (Date.now() % MINUTE) - 6_000);
    const page = await open();
    const writes = await page.evaluate(watchWrites, 7_000);
    expect(writes.changed).toBeGreaterThan(3);
    expect(writes.texts).toBe(writes.changed);
    expect(writes.frames).toBe(1);
    expect(writes.elsewhere).toBe(0);
    await page.close();
  });
});

/** Runs in the page: scrolls up, one frame a step, and counts sent rows in view that have no badge in that very frame. */
async function scrollUpAndCountMissing(): Promise<number> {
  const list = [...document.querySelectorAll('*')].find((element) => element.scrollTop > 0);
  if (list === undefined) throw new Error('nothing scrolls');
  const view = list.getBoundingClientRect();
  const isInView = (row: Element) => {
    const box = row.getBoundingClientRect();
    return box.bottom > view.top && box.top < view.bottom;
  };
  let missing = 0;
  for (let step = 0; step < 20; step++) {
    list.scrollBy(0, -500);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    missing += window.practice
      .rows()
      .filter(isInView)
      .filter((row) => window.practice.truthOf(row)?.direction === 'outgoing')
      .filter((row) => row.querySelector('matta-badge') === null).length;
  }
  return missing;
}

/** Runs in a page of the extension: the ids of all stored messages. */
async function exportedIds(): Promise<string[]> {
  const ids: string[] = [];
  let after: [number, string] | null = null;
  for (;;) {
    const answer: { value: { id: string; sendTime: { earliest: number } }[] } =
      await chrome.runtime.sendMessage({
        verb: 'export',
        payload: { after },
      });
    const last = answer.value.at(-1);
    if (last === undefined) return ids;
    ids.push(...answer.value.map(({ id }) => id));
    after = [last.sendTime.earliest, last.id];
  }
}

/** Runs in the page: what is written within a time, in how many frames, and how many badges then say something else. */
async function watchWrites(forMs: number) {
  const badges = [...document.querySelectorAll('matta-badge')];
  const before = badges.map((badge) => badge.textContent);
  const frames = new Set<number>();
  const written = { texts: 0, elsewhere: 0 };
  let frame = 0;
  const countFrames = () => {
    frame++;
    requestAnimationFrame(countFrames);
  };
  countFrames();
  const note = ({ type, target }: MutationRecord) => {
    const isBadge = target instanceof Element && target.localName === 'matta-badge';
    if (type === 'characterData') {
      written.texts++;
      frames.add(frame);
    } else if (!isBadge) written.elsewhere++;
  };
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver((records) => records.forEach(note)).observe(document.body, everything);
  await new Promise((resolve) => setTimeout(resolve, forMs));
  const changed = badges.filter((badge, index) => badge.textContent !== before[index]).length;
  return { ...written, frames: frames.size, changed };
}
