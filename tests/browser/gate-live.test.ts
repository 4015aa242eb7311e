import { describe, type TestContext, test } from 'vitest';
import { readEntry } from '../../src/domain/journal/chain.ts';
import { answerChecklist, checklist, pressFinal } from '../support/browser/answer-checklist.ts';
import { AttackBench } from '../support/browser/attacks/attack-bench.ts';
import { confirmUntilAsked } from '../support/browser/attacks/calm-down.ts';
import { PRESS_ATTACKS } from '../support/browser/attacks/press-attacks.ts';
import { SEND_ATTACKS } from '../support/browser/attacks/send-attacks.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { builtExtension, launchMatta, openExtension } from '../support/browser/launch-matta.ts';

/** The product as it is built, with its own clock and its five seconds. */
describe.concurrent('the gate on a page that stays open', { timeout: 120_000 }, () => {
  async function start(
    dist: string,
    query: string,
    onEnd: TestContext['onTestFinished'],
  ): Promise<AttackBench> {
    const matta = await launchMatta({ dist });
    onEnd(() => matta.close());
    const bench = await AttackBench.open(matta);
    await bench.start(query);
    return bench;
  }

  test('holds while Matta is updated under it, with the checklist open and after', async ({
    expect,
    onTestFinished,
  }) => {
    const bench = await start(openExtension, 'confirm=direct', onTestFinished);
    await bench.click('send');
    await answerChecklist(bench.page, bench.right('button'));
    const old = await bench.matta.worker();
    // At once would leave the call itself without an answer.
    await old.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
    await expect.poll(async () => (await bench.matta.worker()) !== old, { timeout: 10_000 }).toBe(true);
    for (const attack of [
      ...SEND_ATTACKS.filter(({ mayLeave }) => mayLeave !== true),
      ...PRESS_ATTACKS.slice(0, 1),
    ])
      await attack.run(bench);
    await bench.page.waitForTimeout(500);
    expect(bench.arrived).toBe(0);
    await bench.reload();
    await bench.click('send');
    expect(await confirmUntilAsked(bench)).toBe('checklist');
  });

  test('can be stopped for five seconds, and goes after them', async ({ expect, onTestFinished }) => {
    const bench = await start(openExtension, 'confirm=direct&transport=fetch', onTestFinished);
    await bench.page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(bench.page, bench.right('request'));
    await pressFinal(bench.page);
    await bench.page.waitForTimeout(600);
    await checklist(bench.page).locator('button.stop').click();
    await checklist(bench.page).waitFor({ state: 'detached' });
    expect(bench.arrived).toBe(0);
    await bench.page.evaluate(() => void window.practiceManager.send());
    await answerChecklist(bench.page, bench.right('request'));
    const pressedAt = performance.now();
    await pressFinal(bench.page);
    await expect.poll(() => bench.arrived, { timeout: 15_000, interval: 20 }).toBe(1);
    expect(performance.now() - pressedAt).toBeGreaterThan(4_900);
  });

  test('shows a page’s scripts nothing of its inside', async ({ expect, onTestFinished }) => {
    const bench = await start(builtExtension, 'confirm=direct&csp=strict', onTestFinished);
    const { page } = bench;
    await page.evaluate(() => {
      const { attachShadow } = Element.prototype;
      const seen: string[] = [];
      Object.assign(window, { seenByPage: seen });
      Element.prototype.attachShadow = function (init) {
        seen.push(this.localName);
        return attachShadow.call(this, { ...init, mode: 'open' });
      };
      const note = (event: Event) => {
        const [first] = event.composedPath();
        if (first instanceof Element) seen.push(first.localName);
      };
      for (const type of ['click', 'keydown', 'input']) addEventListener(type, note, { capture: true });
    });
    await bench.click('send');
    await page.locator('matta-gate[data-phase="asking"]').waitFor({ state: 'attached' });
    await page.waitForTimeout(600);
    await page.evaluate(() => void Reflect.set(Reflect.get(window, 'seenByPage'), 'length', 0));
    await page.mouse.click(683, 430);
    await page.keyboard.press('Tab');
    await page.keyboard.press('x');
    const reached = await page.evaluate(() => ({
      root: document.querySelector('matta-gate')?.shadowRoot ?? null,
      content: document.querySelector('matta-gate')?.childNodes.length,
      seen: [...new Set<unknown>(Reflect.get(window, 'seenByPage'))],
    }));
    expect(reached).toEqual({ root: null, content: 0, seen: ['matta-gate'] });
    expect(bench.arrived).toBe(0);
  });

  test('reports what it cannot stop: other content by a worker, after an answer', async ({
    expect,
    onTestFinished,
  }) => {
    const bench = await start(openExtension, 'confirm=direct', onTestFinished);
    const { page } = bench;
    await page.evaluate(() => void window.practiceManager.send('worker'));
    await answerChecklist(page, bench.right('lock'));
    await pressFinal(page);
    await page.locator('matta-gate[data-phase="released"]').waitFor({ state: 'attached', timeout: 15_000 });
    await page.evaluate(async () => {
      window.practiceManager.fill({ texts: ['あとから変えた文です。'] });
      await window.practiceManager.send('worker');
    });
    expect(bench.arrived).toBe(1);
    const reported = async () =>
      (await storedJournal(bench.matta))
        .map((entry) => readEntry(entry)?.event)
        .filter((event) => event?.kind === 'unconfirmed');
    await expect.poll(reported).toEqual([{ kind: 'unconfirmed', why: 'other-content', status: 200 }]);
  });

  test('does not depend on the language of page or browser, nor on a change of it', async ({
    expect,
    onTestFinished,
  }) => {
    const bench = await start(openExtension, 'confirm=direct', onTestFinished);
    for (const lang of ['en', 'th', 'zh', 'ja']) {
      await bench.start(`confirm=direct&lang=${lang}`);
      await bench.page.evaluate(() => {
        document.documentElement.lang = 'ko';
      });
      await bench.click('send');
      expect(await confirmUntilAsked(bench), lang).toBe('checklist');
    }
    expect(bench.arrived).toBe(0);
  });
});
