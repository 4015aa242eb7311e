import type { Locator, Page } from 'playwright-core';

/** What somebody who looked everything up would answer. */
export interface RightAnswers {
  /** `@id` of the account. */
  readonly account: string;
  readonly people: number;
  readonly when: 'now' | { readonly weekday: number; readonly time: string };
  /** How a supervisor's own questions are answered, by their names in the checklist. */
  readonly custom?: Readonly<Record<string, (item: Locator) => Promise<void>>>;
  /** Gets a second person's approval, where it is asked for. */
  readonly approve?: (item: Locator) => Promise<void>;
}

/** An answer was given as a person gives it, and the checklist does not take it as right. */
export class NotTakenAsRight extends Error {
  override readonly name = 'NotTakenAsRight';
  constructor(item: string, shown: string) {
    super(`${item}: ${shown}`);
  }
}

/** The checklist of a page; in a build with open roots alone (`npm run build:test`). */
export function checklist(page: Page): Locator {
  return page.locator('matta-gate');
}

/** Resolves when the checklist has reached this phase. */
export async function checklistIn(page: Page, phase: string): Promise<void> {
  await page.locator(`matta-gate[data-phase="${phase}"]`).waitFor({ state: 'attached' });
}

/** Answers everything as a person would: with the mouse and the keyboard, each item in its turn. Presses nothing at the end. */
export async function answerChecklist(page: Page, right: RightAnswers): Promise<void> {
  await checklistIn(page, 'asking');
  const dialog = checklist(page).locator('dialog');
  const open = dialog.locator('.item[data-state]:not([data-state="right"])');
  const names = await open.evaluateAll((items) => items.map((item) => item.getAttribute('data-item') ?? ''));
  // What is pressed in the first half second of a dialog does not count.
  await page.waitForTimeout(550);
  for (const name of names) {
    const item = dialog.locator(`.item[data-item="${name}"]`);
    await answerItem(page, name, item, right);
    await dialog
      .locator(`.item[data-item="${name}"][data-state="right"]`)
      .waitFor()
      .catch(async () => {
        throw new NotTakenAsRight(name, await whatIsShown(item));
      });
  }
  for (const field of await dialog.locator('.finding[data-level="warn"] input').all())
    await field.fill('責任者に確認済みのため配信する');
  await page.keyboard.press('Tab');
}

/** What the item says after an answer that was not taken as the right one. */
function whatIsShown(item: Locator): Promise<string> {
  return item.evaluate((element) => {
    const typed = [...element.querySelectorAll('input, select')].map((field) => Reflect.get(field, 'value'));
    return [element.getAttribute('data-state'), ...typed, element.textContent].join(' | ');
  });
}

/** Presses the button that names the act. Rejects when it cannot be pressed within `timeout` ms. */
export async function pressFinal(page: Page, timeout?: number): Promise<void> {
  await checklist(page)
    .locator('button.final')
    .click(timeout === undefined ? {} : { timeout });
}

async function answerItem(page: Page, name: string, item: Locator, right: RightAnswers): Promise<void> {
  switch (name) {
    case 'account':
      return item.locator('label', { hasText: right.account }).locator('input').check();
    case 'people':
      return type(item.locator('input'), String(right.people));
    case 'when':
      return answerWhen(item, right.when);
    case 'values':
      for (const box of await item.locator('input[type="checkbox"]').all()) await box.check();
      return;
    case 'links':
      return openLinks(page, item);
    case 'test':
      return type(item.locator('input[type="text"]'), '同じ内容を前回テスト済みのため');
    case 'second-person':
      return right.approve?.(item);
    case 'correction':
      return type(item.locator('input'), '広報担当 内線201');
    default:
      return answerCustom(name, item, right);
  }
}

async function answerCustom(name: string, item: Locator, { custom = {} }: RightAnswers): Promise<void> {
  const answer = custom[name];
  if (answer === undefined) throw new RangeError(`no answer is known for the item ${name}`);
  await answer(item);
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

async function answerWhen(item: Locator, when: RightAnswers['when']): Promise<void> {
  await item
    .locator('input[type="radio"]')
    .nth(when === 'now' ? 0 : 1)
    .check();
  if (when === 'now') return;
  // By keys: what a script selects is not trusted, and does not count.
  await item.locator('select').focus();
  for (let day = 0; day <= when.weekday; day += 1) await item.page().keyboard.press('ArrowDown');
  await type(item.locator('#answer-time'), when.time);
}

async function openLinks(page: Page, item: Locator): Promise<void> {
  for (const link of await item.locator('.link-row .button').all()) {
    const opened = page.context().waitForEvent('page');
    await link.click();
    await (await opened).close();
    await page.bringToFront();
  }
}
