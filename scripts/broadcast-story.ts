import type { Page } from 'playwright-core';
import { DAY } from '../src/domain/clock.ts';
import { broadcastUrl } from '../tests/replica/addresses.ts';
import type { PartName } from '../tests/replica/manager/practice-manager-api.ts';
import {
  answerChecklist,
  checklist,
  checklistIn,
  pressFinal,
} from '../tests/support/browser/answer-checklist.ts';

/** One moment of the story: a name for a picture's file, and what is to be seen, in English and Japanese. */
export interface StoryStep {
  readonly name: string;
  readonly said: string;
}

export interface StoryOptions {
  /** The practice LINE's own language. */
  readonly query: string;
  /** Rest at each step, in milliseconds, so that a person can follow. */
  readonly paceMs: number;
  readonly onStep: (step: StoryStep, page: Page) => Promise<void> | void;
}

const WEEKDAYS = '日月火水木金土';
/** Saturday: far from the middle of the week, so that the wrong weekday is a plausible slip. */
const SATURDAY = 6;
const PEOPLE = 842;

/**
 * Plays the practice manager's story: a broadcast is written with a wrong weekday and a placeholder left in, is caught, is
 * corrected, and goes. Needs the build with open shadow roots, since it answers the checklist. Ends when the practice server
 * has accepted the broadcast.
 */
export async function playBroadcastStory(page: Page, { query, paceMs, onStep }: StoryOptions): Promise<void> {
  const step = async (name: string, said: string) => {
    await onStep({ name, said }, page);
    await page.waitForTimeout(paceMs);
  };
  const day = comingSaturday(Date.now());
  const date = `${day.getMonth() + 1}月${day.getDate()}日`;
  await page.goto(broadcastUrl('create', query));
  await page.evaluate(
    ([isoDate, people]) =>
      window.practiceManager.fill({ texts: [''], people, when: { date: isoDate, time: '10:00' } }),
    [isoDateOf(day), PEOPLE] as const,
  );
  const text = page.locator('textarea').first();
  await text.click();
  const keyDelay = { delay: Math.min(60, paceMs / 30) };
  await page.keyboard.type(
    `〇〇様\n冬のパンまつりを${date}(${WEEKDAYS[SATURDAY - 1]})10時から行います。\nシュトーレン 1,980円`,
    keyDelay,
  );
  await step(
    'written',
    'A broadcast is written. The weekday is wrong, and 〇〇様 was left in. / 配信を書きました。曜日が違い、〇〇様も残っています。',
  );

  await press(page, 'send');
  await checklistIn(page, 'asking');
  await step(
    'caught',
    '配信 was pressed: the checklist opens and has found both. / 「配信」を押すと確認が開き、2つとも見つかりました。',
  );

  await page.waitForTimeout(600);
  await page.keyboard.press('Escape');
  await checklist(page).waitFor({ state: 'detached' });
  await text.fill('');
  await text.click();
  await page.keyboard.type(
    `冬のパンまつりを${date}(${WEEKDAYS[SATURDAY]})10時から行います。\nシュトーレン 1,980円`,
    keyDelay,
  );
  await step('corrected', 'Back to the editor: both are corrected. / 戻って、2つとも直しました。');

  await press(page, 'send');
  await answerChecklist(page, {
    account: '@practice-line',
    people: PEOPLE,
    when: { weekday: SATURDAY, time: '10:00' },
  });
  await step('answered', 'Everything was looked up and answered. / すべての質問に答えました。');
  await pressFinal(page);
  await checklistIn(page, 'cooling');
  await step('cooling', 'It can still be stopped for some seconds. / 数秒のあいだは、まだ止められます。');
  await checklistIn(page, 'released');
  await press(page, 'send');
  await press(page, 'confirm');
  await page.waitForFunction(() => window.practiceManager.state().place === 'list');
  await step(
    'sent',
    'LINE has reserved it, and the journal has the whole story. / 配信が予約され、記録にも残りました。',
  );
}

/** With the mouse, where the part is; LINE's dialogs need a moment to appear. */
async function press(page: Page, part: PartName): Promise<void> {
  const place = await page.waitForFunction((name) => window.practiceManager.rect(name), part);
  const at = await place.jsonValue();
  if (at !== null) await page.mouse.click(at.x, at.y);
}

/** At least two days ahead, by the calendar of this computer. */
function comingSaturday(now: number): Date {
  const day = new Date(now + 2 * DAY);
  while (day.getDay() !== SATURDAY) day.setDate(day.getDate() + 1);
  return day;
}

function isoDateOf(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
