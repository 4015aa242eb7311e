import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHAT_ORIGIN, chatUrl } from '../replica/addresses.ts';
import { badgesShown } from '../support/browser/badges-shown.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { collectErrors } from '../support/browser/page-errors.ts';
import { japaneseTexts } from '../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;

/** Puts listeners into the page's own world that note what LINE would hear of presses and keys on Matta's elements. */
async function listenAsLine(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const note = (event: Event) => {
      const name = event.target instanceof Element ? event.target.localName : '';
      // The Tab key leaves a badge as it leaves any other control.
      const isTab = event instanceof KeyboardEvent && event.key === 'Tab';
      if (name.startsWith('matta-') && !isTab) heard.push(`${event.type} on ${name}`);
    };
    const targets = [window, document, ...document.querySelectorAll('.room-body > *, .chat-body')];
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'keydown', 'keyup'])
      for (const target of targets) target.addEventListener(type, note);
    Reflect.set(window, 'heard', heard);
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard') as readonly string[]);
}

describe('the explanation of a badge', { timeout: 60_000 }, () => {
  let matta: Matta;
  beforeAll(async () => {
    matta = await launchMatta();
    await matta.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: CHAT_ORIGIN });
  });
  afterAll(() => matta.close());

  async function openPage(query = ''): Promise<{ page: Page; errors: readonly string[] }> {
    const page = await matta.context.newPage();
    const errors = collectErrors(page);
    await page.goto(chatUrl(0, query));
    await badgesShown(page);
    return { page, errors };
  }
  const badgeIn = (page: Page, state: string) => page.locator(`matta-badge[data-state="${state}"]`).last();
  const explanation = (page: Page) => page.locator('matta-explanation .panel');
  /** Scrolls up as far as it takes: a message far from the view gets its badge when it comes near. */
  const bringIntoView = async (page: Page, state: string) => {
    await page.locator('matta-badge').last().hover();
    const badgesOfState = async () => {
      const count = await page.locator(`matta-badge[data-state="${state}"]`).count();
      if (count === 0) await page.mouse.wheel(0, -400);
      return count;
    };
    await expect.poll(badgesOfState, { timeout: 10_000 }).toBeGreaterThan(0);
    await badgeIn(page, state).scrollIntoViewIfNeeded();
  };
  const press = async (page: Page, state: string) => {
    await bringIntoView(page, state);
    await badgeIn(page, state).click();
    await explanation(page).waitFor();
  };

  test('opens and closes by the mouse, and LINE hears nothing of it', async () => {
    const { page, errors } = await openPage();
    const heard = await listenAsLine(page);
    await press(page, 'safe');
    await badgeIn(page, 'safe').click();
    await explanation(page).waitFor({ state: 'detached' });
    await press(page, 'safe');
    await explanation(page)
      .getByRole('button', { name: t('explainClose') })
      .click();
    await explanation(page).waitFor({ state: 'detached' });
    await badgeIn(page, 'safe').dblclick();
    const inside = (await heard()).filter((event) => !event.endsWith('on matta-explanation'));
    expect(inside).toEqual([]);
    expect(await heard()).not.toContain('click on matta-explanation');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('opens by the keyboard: Tab reaches one badge, arrows lead on, Escape gives the focus back', async () => {
    const { page, errors } = await openPage();
    const heard = await listenAsLine(page);
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('data-message-id') ?? document.activeElement?.localName,
      );
    await page.locator('textarea').last().focus();
    const stops: unknown[] = [];
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Shift+Tab');
      stops.push(await page.evaluate(() => document.activeElement?.localName));
    }
    expect(
      stops.filter((name) => name === 'matta-badge'),
      String(stops),
    ).toHaveLength(1);

    const ids = await page.evaluate(() =>
      window.practice.truth().flatMap(({ direction, id }) => (direction === 'outgoing' ? [id] : [])),
    );
    await page.locator('matta-badge[tabindex="0"]').focus();
    expect(await focused()).toBe(ids.at(-1));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(ids.at(-3));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(ids.at(-2));
    await page.keyboard.press('Enter');
    await explanation(page).waitFor();
    expect(await focused()).toBe('matta-explanation');
    await page.keyboard.press('Escape');
    await explanation(page).waitFor({ state: 'detached' });
    expect(await focused()).toBe(ids.at(-2));
    expect(
      (await heard()).filter((event) => event.includes('matta-badge') && !event.startsWith('keydown')),
    ).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test.for([
    { state: 'safe', texts: ['explainTitleSafe', 'explainStepPoint', 'explainNoticeStays'] },
    { state: 'warn', texts: ['explainTitleSafe', 'explainStepChoose', 'explainNoticeStays'] },
    { state: 'check', texts: ['explainTitleCheck', 'explainStepConfirm', 'explainNoticeStays'] },
    { state: 'over', texts: ['explainTitleOver', 'explainApologyLead', 'explainForRecipient'] },
    { state: 'never', texts: ['explainTitleNever', 'explainApologyLead', 'explainForMistake'] },
  ] as const)('says what to do now with a message that is $state', async ({ state, texts }) => {
    const { page, errors } = await openPage();
    await press(page, state);
    for (const key of texts) await explanation(page).getByText(t(key)).first().waitFor();
    const sentence = await badgeIn(page, state).getAttribute('aria-description');
    expect(await explanation(page).textContent()).toContain(sentence);
    const hasSteps = (await explanation(page).locator('ol').count()) > 0;
    expect(hasSteps).toBe(state === 'safe' || state === 'warn' || state === 'check');
    const box = await explanation(page).boundingBox();
    expect(box).toMatchObject({ x: expect.any(Number), y: expect.any(Number) });
    expect((box?.x ?? -1) >= 0 && (box?.y ?? -1) >= 0).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('says what to do with a message of unknown time', async () => {
    const { page } = await openPage();
    await page.evaluate((ms) => localStorage.setItem('practice-clock-offset', String(ms)), 86_400_000);
    await page.reload();
    await press(page, 'unknown');
    await explanation(page).getByText(t('explainTitleUnknown')).waitFor();
    await page.evaluate(() => localStorage.removeItem('practice-clock-offset'));
    await page.close();
  });

  test('has apologies in the language of the customer’s page, copied by one press and never typed in', async () => {
    const { page, errors } = await openPage('lang=th');
    await press(page, 'over');
    await explanation(page).getByText(t('explainForRecipient')).click();
    await explanation(page).getByText(t('explainCopied')).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/[\u0e00-\u0e7f]{10}/);
    expect(copied).not.toMatch(/[\u3041-\u30fa]/);
    expect(copied).not.toContain('$');
    expect(await page.locator('textarea').last().inputValue()).toBe('');
    expect(await page.evaluate(() => window.practice.truth().at(-1)?.state)).toBe('sent');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('leaves the page usable while it is open, and closes with its conversation', async () => {
    const { page, errors } = await openPage();
    await press(page, 'safe');
    await page.locator('textarea').last().click();
    await page.keyboard.type('少々お待ちください。');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.chat-item-text').last().textContent(), { timeout: 5_000 })
      .toBe('少々お待ちください。');
    expect(await explanation(page).count()).toBe(1);
    await page.evaluate(() => window.practice.open(2));
    await explanation(page).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });
});
