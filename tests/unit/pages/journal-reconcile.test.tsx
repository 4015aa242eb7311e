// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEvent, UnsignedEntry } from '../../../src/domain/journal/entry.ts';
import type { JournalPorts } from '../../../src/pages/journal/journal-ports.ts';
import { ReconcileSection } from '../../../src/pages/journal/reconcile-section.tsx';
import { basicId } from '../../support/broadcasts.ts';
import { COUNTS, entryOf } from '../../support/journal-entries.ts';
import { fakeJournalPorts } from '../../support/pages/fake-journal-ports.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 23, 15, 0) }));
afterEach(() => void vi.useRealTimers());

const BROADCAST = { ...COUNTS, people: 842, scheduledAt: null };
const overridden: JournalEvent = { kind: 'overridden', reason: '断水のお知らせ', broadcast: BROADCAST };
const accepted: JournalEvent = { kind: 'outcome', outcome: 'accepted', status: 200 };

/** Entries as they are stored, each with its time on 22 November and its account; their hashes are of no matter here. */
function journal(...parts: readonly (readonly [JournalEvent, string, string?])[]) {
  return parts.map(([event, time, account = '@bakery'], at) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const change: Partial<UnsignedEntry> = {
      seq: at + 1,
      at: new Date(2026, 10, 22, hour, minute).getTime(),
      account: basicId(account),
    };
    return { seq: at + 1, text: JSON.stringify(entryOf(event, change)), hash: 'a'.repeat(64) };
  });
}

async function compare(text: string, chain = journal(), changed: Partial<JournalPorts> = {}) {
  const page = await renderPage(<ReconcileSection ports={fakeJournalPorts(chain, changed)} />);
  const field = page.find<HTMLTextAreaElement>('textarea');
  await page.enter(field, text);
  await page.click(page.button('照合する'));
  return page;
}

describe('LINE’s list, pasted by a supervisor', () => {
  it('is compared: what has no entry comes first, then what has no row, what could not be read, what agrees', async () => {
    const page = await compare(
      '名前\t人数\t配信日時\n<b>冬</b>\t842人\t2026/11/22 10:01\n夏\t5人\t2026/11/22 18:00\n合計\t2\t\n',
      journal([overridden, '10:00'], [accepted, '10:00'], [overridden, '12:00'], [accepted, '12:00']),
    );
    expect(page.text()).toContain('一覧の2件のうち、1件が記録と合いました。');
    const titles = page.all('.notice-title').map(({ textContent }) => textContent);
    expect(titles).toEqual([
      '記録のない配信が1件あります',
      '確かめたほうがよい配信が1件あります',
      '一覧にない記録が1件あります',
      '読み取れなかった行が1件あります',
    ]);
    const lines = page.all('.reconciled li').map(({ textContent }) => textContent);
    expect(lines[0]).toContain('夏 / 5人');
    expect(lines[1]).toContain('<b>冬</b>');
    expect(lines[1]).toContain('確認を終えずに配信');
    expect(lines[2]).toContain('記録番号4');
    expect(lines[3]).toContain('4行目：合計');
    expect(page.all('.reconciled b')).toEqual([]);
  });

  it('shows openly where the number of people differs, and folds what is as it should be', async () => {
    const checked: JournalEvent = {
      kind: 'released',
      broadcast: BROADCAST,
      sketch: [],
      reasons: [],
      person: null,
      tookMs: 1,
    };
    const page = await compare(
      '冬\t900人\t2026/11/22 10:00\n夏\t842人\t2026/11/22 18:00',
      journal([checked, '10:00'], [accepted, '10:00'], [checked, '18:00'], [accepted, '18:00']),
    );
    expect(page.all('.notice').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /確かめたほうがよい配信が1件あります.*冬.*人数が違います（一覧900人、記録842人）/,
      ),
    ]);
    expect(page.find('.reconciled details').textContent).toMatch(/変わったところのない配信（1件）.*夏/);
  });

  it('is of the account that fits it best, until another is chosen', async () => {
    const page = await compare(
      '2026/11/22 10:00\n2026/11/22 18:00',
      journal([accepted, '10:00', '@sushi'], [accepted, '10:00', '@bakery'], [accepted, '18:00', '@sushi']),
    );
    const select = page.find<HTMLSelectElement>('#list-account');
    expect(select.value).toBe('@sushi');
    expect(page.text()).toContain('2件のうち、2件');
  });

  it.each([
    ['', '一覧を貼り付けてから'],
    ['こんにちは', '配信の日時が見つかりません'],
  ])('“%s” is answered with what to do', async (text, said) => {
    expect((await compare(text)).text()).toContain(said);
  });

  it('says when the journal could not be read', async () => {
    const page = await compare('2026/11/22 10:00', journal(), {
      stepFrom: () => Promise.reject(new Error('no')),
    });
    expect(page.text()).toContain('記録を読めませんでした');
  });

  it('says when the list was too long to be compared to its end', async () => {
    const page = await compare(
      `冬\t842人\t2026/11/22 10:01\n${'\n'.repeat(1_000_000)}夏\t5人\t2026/11/22 18:00`,
    );
    const [notice] = page.all('.notice');
    expect(notice?.textContent).toContain('はじめの1,000,000文字だけを照合しました');
    expect(page.text()).toContain('一覧の1件のうち');
  });
});
