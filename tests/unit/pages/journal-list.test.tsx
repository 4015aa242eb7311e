// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, MINUTE } from '../../../src/domain/clock.ts';
import { BEGINNING, type Head, sealEntry } from '../../../src/domain/journal/chain.ts';
import type { JournalEvent, StoredEntry, UnsignedEntry } from '../../../src/domain/journal/entry.ts';
import { Journal } from '../../../src/pages/journal/journal.tsx';
import type { JournalPorts } from '../../../src/pages/journal/journal-ports.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { attemptId, BAKERY, basicId } from '../../support/broadcasts.ts';
import { COUNTS, entryOf } from '../../support/journal-entries.ts';
import { fakeJournalPorts } from '../../support/pages/fake-journal-ports.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** A journal of these entries, oldest first; a minute apart unless they say otherwise. */
async function journalOf(parts: readonly (Partial<UnsignedEntry> & { readonly event: JournalEvent })[]) {
  const chain: StoredEntry[] = [];
  let last: Head = BEGINNING;
  for (const [place, part] of parts.entries()) {
    const entry = entryOf(part.event, {
      at: NOON + place * MINUTE,
      ...part,
      seq: last.seq + 1,
      prev: last.hash,
    });
    const sealed = await sealEntry(entry, sha256);
    chain.push(sealed);
    last = sealed;
  }
  return chain;
}

const wanted: JournalEvent = { kind: 'attempted', source: 'button', recognised: true, broadcast: COUNTS };
const released: JournalEvent = {
  kind: 'released',
  broadcast: COUNTS,
  sketch: [],
  reasons: [{ check: 'voom-on-1', text: '告知も兼ねるため' }],
  person: '佐藤',
  tookMs: 65_000,
};
const answered = (item: 'account' | 'people' | 'when'): JournalEvent => ({
  kind: 'answered',
  item,
  unverified: false,
});
const WHOLE: readonly JournalEvent[] = [
  wanted,
  { kind: 'asked', items: ['account', 'people', 'when'], findings: [], changes: [] },
  answered('account'),
  answered('when'),
  { kind: 'caught', by: 'people' },
  answered('people'),
  released,
  { kind: 'outcome', outcome: 'reserved', status: 200 },
];

const showPorts = (ports: JournalPorts) =>
  renderPage(<Journal ports={ports} recording={{ excerpt: 'none', days: 400 }} />);
const show = async (...parts: Parameters<typeof journalOf>) =>
  showPorts(fakeJournalPorts(await journalOf(...parts)));
const stories = (page: RenderedPage) =>
  page
    .all('.story')
    .map((story) => [...story.querySelectorAll('.steps li')].map((step) => step.textContent).join(' → '));
const attempts = (count: number, change: (place: number) => Partial<UnsignedEntry> = () => ({})) =>
  Array.from({ length: count }, (_, place) => ({
    event: wanted,
    attempt: attemptId(place),
    ...change(place),
  }));

describe('the list', () => {
  it('tells an attempt in one line of plain words, from its beginning to its end', async () => {
    const page = await show(WHOLE.map((event) => ({ event })));
    expect(stories(page)).toEqual([
      '配信しようとした → 2項目を確認 → 「人数」の答えが違った → 「人数」を確認 → 配信を許可した → 配信予約された',
    ]);
    expect(page.find('.story-head').textContent).toBe('2026年11月23日 12:00@bakery');
  });

  it('shows at once what rules were and are, and of other entries on demand', async () => {
    const changed: JournalEvent = {
      kind: 'policy',
      origin: 'own',
      before: null,
      after: 'a'.repeat(64),
      keys: ['lock'],
      kept: [],
      changes: [{ rule: 'lock', account: null, before: 'enforce', after: 'off' }],
    };
    const page = await show([{ event: wanted }, { event: changed, attempt: null }]);
    const open = page.all('.story details').map((details) => details.hasAttribute('open'));
    expect(open).toEqual([true, false]);
    expect(page.all('.story')[0]?.textContent).toContain('ブラウザーで止める：守る（おすすめ） → 使わない');
  });

  it('marks what was written down later than it happened, and says what that means', async () => {
    const seen: JournalEvent = { kind: 'blocked', requestType: 'xmlhttprequest' };
    const page = await show([{ event: wanted }, { event: seen, late: true }]);
    const marks = page.all('.late').map((mark) => mark.parentElement?.textContent);
    expect(marks).toEqual([
      expect.stringContaining('あとから書かれた記録'),
      expect.stringContaining('記録番号2'),
    ]);
    expect(page.find('.entries').textContent).toContain('書けるようになってから書きました');
  });

  it('puts what happened last first, and keeps attempts apart that happened at the same time', async () => {
    const page = await show([
      { event: wanted, attempt: attemptId(1) },
      { event: wanted, attempt: attemptId(2) },
      { event: { kind: 'refused', why: 'cancelled' }, attempt: attemptId(1) },
    ]);
    expect(stories(page)).toEqual(['配信しようとした → 配信せずに戻った', '配信しようとした']);
  });

  it('shows each entry with its time, its number and what it says', async () => {
    const page = await show(WHOLE.map((event) => ({ event })));
    const entries = page.all('.entries > li').map((entry) => entry.textContent ?? '');
    expect(entries).toHaveLength(WHOLE.length);
    expect(entries[0]).toContain('2026-11-23 12:00:00 +09:00');
    expect(entries[6]).toContain('記録番号7');
    for (const said of ['すべての友だち', '1,234人', '告知も兼ねるため', '確認した人：佐藤', '65秒'])
      expect(entries[6]).toContain(said);
  });

  it('shows an entry that cannot be read, under every filter', async () => {
    const [first, second] = await journalOf([{ event: wanted }, { event: released }]);
    if (first === undefined || second === undefined) throw new Error('no entries');
    const page = await showPorts(fakeJournalPorts([first, { ...second, text: '{"v":2}' }]));
    expect(stories(page)[0]).toContain('読み取れない記録');
    expect(page.all('.entries > li')[0]?.textContent).toContain('記録番号2');
    await page.enter(page.find<HTMLSelectElement>('#filter-kind'), 'urgent');
    expect(stories(page)).toEqual([expect.stringContaining('読み取れない記録')]);
  });

  it('shows typed and stored texts as text, whatever they hold', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202e';
    const page = await show([{ event: { kind: 'overridden', reason: evil, broadcast: COUNTS } }]);
    expect(page.text()).toContain(evil);
    expect(page.root.querySelector('.story img')).toBeNull();
    expect(page.all('bdi').some((text) => text.textContent?.includes(evil))).toBe(true);
  });

  it('says so when there is nothing', async () => {
    const page = await show([]);
    expect(page.text()).toContain('記録はまだありません。');
    expect(page.all('.story')).toHaveLength(0);
  });

  it('says so while it loads and when that fails, and tries again', async () => {
    const chain = await journalOf([{ event: wanted }]);
    let fail = () => {};
    const asked = new Promise<never>((_, reject) => {
      fail = () => reject(new Error('asleep'));
    });
    const { pageBefore } = fakeJournalPorts(chain);
    const failing = vi.fn(pageBefore).mockReturnValueOnce(asked);
    const page = await showPorts(fakeJournalPorts([], { pageBefore: failing }));
    expect(page.find('.list-end').textContent).toBe('読み込んでいます。');
    fail();
    await page.pass(0);
    expect(page.find('.list-end').textContent).toContain('情報を読み込めませんでした。');
    await page.click(page.button('もう一度読み込む'));
    expect(stories(page)).toEqual(['配信しようとした']);
  });
});

describe('a long journal', () => {
  it('is shown 50 attempts at a time', async () => {
    const page = await show(attempts(120));
    expect(stories(page)).toHaveLength(50);
    await page.click(page.button('さらに表示'));
    expect(stories(page)).toHaveLength(100);
    await page.click(page.button('さらに表示'));
    expect(stories(page)).toHaveLength(120);
    expect(page.all('.list-end button')).toHaveLength(0);
  });

  it('is read page by page, each entry once, only as far as is shown', async () => {
    const { pageBefore } = fakeJournalPorts(await journalOf(attempts(150)));
    const short = vi.fn<JournalPorts['pageBefore']>(async (before) => {
      const { entries } = await pageBefore(before);
      return { entries: entries.slice(0, 60) };
    });
    const page = await showPorts(fakeJournalPorts([], { pageBefore: short }));
    expect(short.mock.calls).toEqual([[null]]);
    await page.click(page.button('さらに表示'));
    expect(short.mock.calls).toEqual([[null], [91]]);
    await page.click(page.button('さらに表示'));
    expect(short.mock.calls).toEqual([[null], [91], [31], [1]]);
    expect(new Set(page.all('.story').map((story) => story.textContent)).size).toBe(150);
  });

  it('says of an attempt whose beginning has not been read that there is more of it', async () => {
    const chain = await journalOf(WHOLE.map((event) => ({ event })));
    const ports = fakeJournalPorts(chain, {
      pageBefore: async (before) => {
        if (before !== null) return new Promise(() => {});
        return { entries: chain.slice(-2).toReversed() };
      },
    });
    const page = await showPorts(ports);
    expect(stories(page)).toEqual([
      'これより前は「さらに表示」で見られます → 配信を許可した → 配信予約された',
    ]);
  });

  it('asks whether to go on after looking long for what is rare', async () => {
    const rare: JournalEvent = { kind: 'overridden', reason: '緊急のため連絡', broadcast: COUNTS };
    const parts = attempts(5_600);
    const page = await show([{ event: rare, attempt: attemptId(9_999) }, ...parts]);
    await page.enter(page.find<HTMLSelectElement>('#filter-kind'), 'urgent');
    expect(stories(page)).toEqual([]);
    expect(page.text()).toContain('新しいほうから5500件を調べました。');
    await page.click(page.button('続きを調べる'));
    expect(stories(page)).toEqual(['緊急の配信を許可した']);
  }, 20_000);
});

describe('the filter', () => {
  const one = (event: JournalEvent, place: number) => [
    { event: wanted, attempt: attemptId(place) },
    { event, attempt: attemptId(place) },
  ];

  it.each<{ group: string; events: readonly JournalEvent[] }>([
    { group: 'sent', events: [released, { kind: 'outcome', outcome: 'accepted', status: 200 }] },
    {
      group: 'stopped',
      events: [
        { kind: 'refused', why: 'stopped' },
        { kind: 'blocked', requestType: 'xmlhttprequest' },
        { kind: 'outcome', outcome: 'refused-by-server', status: 400 },
      ],
    },
    { group: 'caught', events: [{ kind: 'caught', by: 'leftover-placeholder-1' }] },
    { group: 'urgent', events: [{ kind: 'overridden', reason: '緊急のため連絡', broadcast: COUNTS }] },
    {
      group: 'odd',
      events: [
        { kind: 'unconfirmed', why: 'not-allowed', status: 200 },
        { kind: 'unrecognised', place: 'request' },
        { kind: 'observed', layer: 'lock' },
        { kind: 'gap', why: 'tail-lost', expectedSeq: 5, foundSeq: 3 },
        { kind: 'outcome', outcome: 'unknown', status: null },
      ],
    },
  ])('for $group shows these attempts, each whole, and no other', async ({ group, events }) => {
    const other: JournalEvent = group === 'sent' ? { kind: 'refused', why: 'left' } : released;
    const page = await show([...events, other].flatMap(one));
    await page.enter(page.find<HTMLSelectElement>('#filter-kind'), group);
    expect(stories(page)).toHaveLength(events.length);
    for (const story of stories(page)) expect(story).toMatch(/^配信しようとした → /);
  });

  it('for an account takes its id however it is typed, and refuses what is none', async () => {
    const page = await show([
      { event: wanted, attempt: attemptId(1), account: BAKERY },
      { event: wanted, attempt: attemptId(2), account: basicId('@other') },
    ]);
    const field = page.find<HTMLInputElement>('#filter-account');
    await page.enter(field, '＠ｏｔｈｅｒ ');
    expect(stories(page)).toHaveLength(1);
    expect(page.find('.story-account').textContent).toBe('@other');
    await page.enter(field, 'まるやま');
    expect(page.find('#filter-account-error').textContent).toContain('@で始まるID');
    expect(stories(page)).toHaveLength(1);
    await page.click(page.button('絞り込みをやめる'));
    expect(stories(page)).toHaveLength(2);
  });

  it('for days includes the first and the last', async () => {
    const page = await show(
      attempts(5, (place) => ({ at: Date.parse('2026-11-20T00:00:00+09:00') + place * DAY - place })),
    );
    await page.enter(page.find<HTMLInputElement>('#filter-from'), '2026-11-20');
    await page.enter(page.find<HTMLInputElement>('#filter-to'), '2026-11-21');
    expect(page.all('.story time').map((time) => time.textContent?.slice(0, 11))).toEqual(
      ['2026年11月21日', '2026年11月20日', '2026年11月20日'].map((day) => day.slice(0, 11)),
    );
    await page.enter(page.find<HTMLInputElement>('#filter-from'), '2026-12-24');
    expect(page.text()).toContain('条件に合う記録はありません。');
  });

  it('for days stops reading where everything is older', async () => {
    const ports = fakeJournalPorts(
      await journalOf(attempts(1_200, (place) => ({ at: NOON - (1_200 - place) * DAY }))),
    );
    const page = await showPorts(ports);
    await page.enter(page.find<HTMLInputElement>('#filter-from'), '2026-11-22');
    expect(vi.mocked(ports.pageBefore).mock.calls).toEqual([[null], [701]]);
    expect(page.all('.list-end button')).toHaveLength(0);
  });
});
