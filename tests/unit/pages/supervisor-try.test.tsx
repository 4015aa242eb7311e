// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEvent, StoredEntry } from '../../../src/domain/journal/entry.ts';
import type { CustomItem } from '../../../src/domain/policy/custom-item.ts';
import { adviceOf } from '../../../src/pages/supervisor/trying/item-advice.ts';
import { attemptId } from '../../support/broadcasts.ts';
import { COUNTS, entryOf, FOUR_PAST_THREE } from '../../support/journal-entries.ts';
import { openSupervisor } from '../../support/pages/supervisor-bench.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SENT: JournalEvent = {
  kind: 'released',
  broadcast: COUNTS,
  sketch: [],
  reasons: [],
  person: null,
  tookMs: 9_000,
};

/** A broadcast to so many people, reserved for an hour later, asked and sent. */
const sentTo = (people: number): readonly JournalEvent[] => [
  {
    kind: 'attempted',
    source: 'button',
    recognised: true,
    broadcast: { ...COUNTS, people, scheduledAt: FOUR_PAST_THREE + 3_600_000 },
  },
  { kind: 'asked', items: ['account', 'people', 'when'], findings: [], changes: [] },
  { kind: 'answered', item: 'people', unverified: false },
  SENT,
];

function journalOf(attempts: readonly (readonly JournalEvent[])[]): readonly StoredEntry[] {
  const entries = attempts.flatMap((events, n) =>
    events.map((event) => ({ event, attempt: attemptId(n + 1) })),
  );
  return entries.map(({ event, attempt }, place) => {
    const at = FOUR_PAST_THREE + place;
    return {
      seq: place + 1,
      text: JSON.stringify(entryOf(event, { seq: place + 1, attempt, at })),
      hash: 'a'.repeat(64),
    };
  });
}

describe('a practice broadcast', () => {
  it('shows what would be found and asked, and follows the draft at once', async () => {
    const { page, input } = await openSupervisor({ version: 2, largeAudience: 2_000 });
    const result = () => page.find('.result').textContent;
    expect(result()).toContain('止まります');
    expect(result()).toContain('「〇〇様」が残っています');
    await page.enter(input('sample'), 'date');
    expect(result()).toContain('答えれば配信できます。');
    expect(result()).toContain('届く日より前です');
    expect(result()).not.toContain('テスト配信');
    await page.enter(input('rule-items-test'), 'always');
    expect(result()).toContain('この内容のテスト配信を');
  });

  it('is sent from the account whose rules are open', async () => {
    const accounts = { '@bakery': { checkLevels: { 'past-date': 'block' } } };
    const { page, input } = await openSupervisor({ version: 2, accounts });
    await page.enter(input('sample'), 'date');
    expect(page.find('.result').textContent).toContain('答えれば配信できます。');
    await page.enter(input('account'), '@bakery');
    expect(page.find('.result').textContent).toContain('止まります');
  });
});

describe('the journal', () => {
  it('is not read before somebody asks for it, and then to its beginning', async () => {
    const { page, ports } = await openSupervisor(undefined, journalOf([10, 20, 30, 40, 50].map(sentTo)));
    expect(ports.pageBefore).not.toHaveBeenCalled();
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain('5件のうち、止まる：0件、確認が増える：0件、確認が減る：0件');
    expect(page.text()).toContain('新しく見つかるものはわかりません');
  });

  it('shows which of the last broadcasts would have gone another way, and why; it follows the draft', async () => {
    const customItems = [
      { id: 'call', text: { ja: '電話しましたか' }, when: [{ if: 'large' }], kind: 'tick' },
    ];
    const { page, input } = await openSupervisor(
      { version: 2, customItems, holidays: ['2026-11-22'] },
      journalOf([sentTo(10), sentTo(20_000)]),
    );
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain('2件のうち、止まる：0件、確認が増える：2件');
    const [newest, older] = page.all('[data-outcome]').map(({ textContent }) => textContent);
    expect(newest).toContain('20,000人 / 配信された');
    expect(newest).toContain('理由をたずねる：配信を避ける日');
    expect(newest).toContain('新しくたずねる：リンク、テスト配信、訂正の担当、電話しましたか');
    expect(older).not.toContain('新しくたずねる');
    await page.click(page.find('[data-rule=checkLevels] > .tick > input'));
    await page.enter(input('rule-checkLevels-holiday'), 'block');
    expect(page.text()).toContain('2件のうち、止まる：2件');
    expect(page.all('[data-outcome=stopped]')[0]?.textContent).toContain('止める理由：配信を避ける日');
  });

  it('leaves out what nobody can read, and says how much', async () => {
    const chain = [...journalOf([sentTo(10)]), { seq: 5, text: 'x', hash: 'a'.repeat(64) }];
    const { page } = await openSupervisor(undefined, chain);
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain('読み取れない記録が1件あり');
    expect(page.text()).toContain('1件のうち');
  });

  it('can be asked for again where it could not be read', async () => {
    const { page, ports } = await openSupervisor(undefined, journalOf([sentTo(10)]));
    ports.pageBefore.mockRejectedValueOnce(new Error('asleep'));
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain('もう一度「記録で試す」を押してください');
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain('1件のうち');
  });

  it('tells how each question has done', async () => {
    const { page } = await openSupervisor(undefined, journalOf(Array.from({ length: 20 }, () => sentTo(10))));
    await page.click(page.button('記録で試す'));
    expect(page.text()).toContain(
      '人数たずねた：20回、誤りを見つけた：0回、答えた：20回（2秒未満：20回）まだ一度も誤りを見つけていません',
    );
    expect(page.text()).toContain('半分以上が2秒未満');
  });
});

it('a question of the supervisor’s own is shown by its text, also where the journal counts two of one name', async () => {
  const asked: JournalEvent = { kind: 'asked', items: ['call', 'call~2', 'gone'], findings: [], changes: [] };
  const accounts = {
    '@bakery': {
      customItems: [{ id: 'call', text: { ja: '電話しましたか' }, when: 'always', kind: 'tick' }],
    },
  };
  const { page } = await openSupervisor({ version: 2, accounts }, journalOf([[asked]]));
  await page.click(page.button('記録で試す'));
  const titles = page.all('.plain-list .card-title').map(({ textContent }) => textContent);
  expect(titles).toEqual(['電話しましたか', '電話しましたか', 'gone']);
});

describe('the advice on a question', () => {
  const record = { name: 'people', asked: 20, answered: 20, caught: 0, quick: 9 };
  it.each([
    ['that never caught anything', record, ['supervisorItemIdle']],
    ['that was not asked often', { ...record, asked: 19 }, []],
    ['that caught something', { ...record, caught: 1 }, []],
    ['without a right answer', { ...record, name: 'links' }, ['supervisorItemUnjudged']],
    ['that is answered at once', { ...record, caught: 1, quick: 10 }, ['supervisorItemQuick']],
    ['that was hardly ever answered', { ...record, caught: 1, answered: 19, quick: 19 }, []],
  ])('%s', (_, given, advice) => {
    expect(adviceOf(given, undefined)).toEqual(advice);
  });

  const shared = { id: 'q-1', text: { ja: '何個ですか' }, when: 'always' } as const;
  it.each<[string, CustomItem, string]>([
    ['a tick', { ...shared, kind: 'tick' }, 'supervisorItemUnjudged'],
    ['any number', { ...shared, kind: 'number', right: null }, 'supervisorItemUnjudged'],
    ['one number', { ...shared, kind: 'number', right: 3 }, 'supervisorItemIdle'],
    ['a word', { ...shared, kind: 'word', right: ['はい'] }, 'supervisorItemIdle'],
  ])('on one of the supervisor’s own goes by whether an answer can be wrong: %s', (_, own, advice) => {
    expect(adviceOf({ ...record, name: 'q-1' }, own)).toEqual([advice]);
  });
});
