// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { startUnsendBadge } from '../../src/features/unsend-badge/unsend-badge.ts';
import type { Translate } from '../../src/platform/i18n.ts';
import { GROUP, japan } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench, inJapanese } from '../support/feature-bench.ts';
import { sendTime } from '../support/sent-messages.ts';

const NOW = japan(23, 14, 30);

function conversation(change: ConstructorParameters<typeof FakeConversation>[1] = {}) {
  const bench = featureBench(NOW);
  const opened = new FakeConversation(bench.clock, change);
  bench.start(startUnsendBadge);
  bench.page.open(opened);
  return { ...bench, opened };
}

/** Texts of a test's own; the language's name stays one. */
const speaking =
  (translate: Translate): Translate =>
  (key, ...values) =>
    key === 'commonLanguageTag' ? inJapanese(key) : translate(key, ...values);
const badgesOf = (row: Element | undefined) => [...(row?.querySelectorAll<HTMLElement>('matta-badge') ?? [])];
const badgeOf = (row: Element | undefined) => badgesOf(row)[0];
const stateOf = (row: Element | undefined) => badgeOf(row)?.dataset['state'];
const labels = () => [...document.querySelectorAll('matta-badge')].map((badge) => badge.textContent);

describe('badges', () => {
  test('stand on outgoing messages, one each, and on nothing else', () => {
    const { opened } = conversation();
    const rows = opened.add(outgoing(NOW), null, outgoing(NOW - MINUTE), null);
    opened.scroll();
    opened.tell({ added: rows });
    expect(rows.map((row) => badgesOf(row).length)).toEqual([1, 0, 1, 0]);
    expect(document.querySelectorAll('matta-badge')).toHaveLength(2);
  });

  test('are on rows that were there before', () => {
    const bench = featureBench(NOW);
    const opened = new FakeConversation(bench.clock);
    const [row] = opened.add(outgoing(NOW));
    bench.page.open(opened);
    bench.start(startUnsendBadge);
    expect(badgesOf(row)).toHaveLength(1);
  });

  test('stand after LINE’s own parts and change none of them', () => {
    const { opened } = conversation();
    const [row] = opened.add(outgoing(NOW));
    expect(row?.lastElementChild).toBe(badgeOf(row));
    expect(row?.firstChild?.textContent).toBe('LINE');
    expect(row?.attributes).toHaveLength(0);
  });

  test('say in attributes what they show', () => {
    const { opened } = conversation();
    const sent = NOW - 10 * MINUTE;
    const [row] = opened.add(outgoing(sent));
    expect({ ...badgeOf(row)?.dataset }).toEqual({
      state: 'safe',
      sentAt: String(sent),
      safeUntil: String(sent + 59 * MINUTE),
      source: 'id',
      messageId: `m${sent}`,
    });
    expect(badgeOf(row)?.getAttribute('role')).toBe('button');
    expect(badgeOf(row)?.getAttribute('aria-label')).toBe('15:19まで送信取消ができる見込みです。');
    expect(badgeOf(row)?.title).toContain('LINEのメッセージID');
  });

  test('leave out what is not known', () => {
    const { opened } = conversation();
    const [row] = opened.add(outgoing(null, { id: null }));
    expect({ ...badgeOf(row)?.dataset }).toEqual({ state: 'unknown' });
  });

  test('show each state in words', () => {
    const { opened } = conversation();
    const rows = opened.add(
      outgoing(NOW - 1),
      outgoing(NOW - 50 * MINUTE),
      outgoing(NOW - 55 * MINUTE),
      outgoing(NOW - 58 * MINUTE - 30 * SECOND),
      outgoing(NOW - 61 * MINUTE),
      outgoing(NOW - 25 * 60 * MINUTE),
      outgoing(null),
      outgoing(NOW, { kind: 'automatic' }),
      outgoing(NOW + MINUTE),
    );
    expect(rows.map((row) => `${stateOf(row)} ${badgeOf(row)?.textContent}`)).toEqual([
      'safe 取消可 あと58分',
      'warn 残りわずか 9分',
      'warn 残りわずか 4分',
      'warn 残りわずか 30秒',
      'check メニューで確認',
      'over 取消不可',
      'unknown 送信時刻不明',
      'never 取消の対象外',
      'unknown 送信時刻不明',
    ]);
    const urgent = rows.map((row) => badgeOf(row)?.hasAttribute('data-urgent'));
    expect(urgent.slice(0, 4)).toEqual([false, false, true, true]);
  });

  test('read from clocks say that they are cautious, and groups that nobody knows', () => {
    const { opened } = conversation({ id: GROUP });
    const [row] = opened.add(outgoing(NOW, { sendTime: sendTime(NOW - MINUTE, 'clock') }));
    expect(badgeOf(row)?.dataset['source']).toBe('clock');
    expect(badgeOf(row)?.title).toContain('早いほうで計算');
    expect(badgeOf(row)?.title).toContain('確認されていません');
  });

  test('are short in a narrow list, and long again in a wide one', () => {
    const { opened } = conversation();
    const [row] = opened.add(outgoing(NOW - MINUTE));
    opened.widthPx = 500;
    opened.scroll();
    expect(badgeOf(row)?.dataset['size']).toBe('compact');
    expect(badgeOf(row)?.textContent).toBe('58分');
    opened.widthPx = 900;
    opened.scroll();
    expect(badgeOf(row)?.dataset['size']).toBeUndefined();
  });

  test('of a long list are made when their rows come near the view', () => {
    const { opened } = conversation();
    opened.nearView = [];
    const rows = opened.add(...Array.from({ length: 200 }, (_, n) => outgoing(NOW - n)));
    expect(labels()).toEqual([]);
    opened.nearView = rows.slice(50, 80);
    opened.scroll();
    expect(rows.map((row) => badgesOf(row).length).lastIndexOf(1)).toBe(79);
    expect(labels()).toHaveLength(30);
  });
});

describe('a badge', () => {
  test('follows what LINE makes of its row', () => {
    const { opened } = conversation();
    const [row] = opened.add(outgoing(NOW - MINUTE));
    if (row === undefined) throw new Error('no row');
    const badge = badgeOf(row);
    opened.change(row, null);
    expect(badgesOf(row)).toEqual([]);
    opened.change(row, outgoing(NOW - 70 * MINUTE));
    expect(stateOf(row)).toBe('check');
    expect(badge?.isConnected).toBe(false);
  });

  test('is judged again when something became known about all', () => {
    const { opened } = conversation();
    const rows = opened.add(outgoing(NOW - MINUTE), outgoing(NOW - 2 * MINUTE));
    opened.correction = null;
    opened.tell({ rejudge: true });
    expect(rows.map(stateOf)).toEqual(['unknown', 'unknown']);
  });

  test('counts by the corrected clock', () => {
    const { opened } = conversation();
    opened.correction = 90 * SECOND;
    const [row] = opened.add(outgoing(NOW));
    expect(badgeOf(row)?.textContent).toBe('取消可 あと57分');
  });

  test('follows the settings', () => {
    const { opened, settings } = conversation();
    const [row] = opened.add(outgoing(NOW - 70 * MINUTE));
    expect(stateOf(row)).toBe('check');
    const window = { ...settings.inForce.window, choice: { mode: 'custom', minutes: 120 } } as const;
    settings.change({ settings: { window } });
    expect(badgeOf(row)?.textContent).toBe('取消可 あと49分');
    settings.change({ translate: speaking((key, ...values) => `${key}(${values.join()})`) });
    expect(badgeOf(row)?.textContent).toBe('badgeSafeMinutes(49)');
  });

  test.each(['<img src=x onerror=alert(1)>', '\u202e\u0000evil\u2066', '&lt;b&gt;'])(
    'shows a text like %j as text',
    (text) => {
      const { opened, settings } = conversation();
      settings.change({ translate: speaking(() => text) });
      const [row] = opened.add(outgoing(NOW));
      expect(badgeOf(row)?.textContent).toBe(text);
      expect(badgeOf(row)?.childElementCount).toBe(0);
      expect(badgeOf(row)?.getAttribute('aria-label')).toBe(text);
    },
  );
});

describe('the end', () => {
  test('leaves the document as it was found', () => {
    const { opened, end } = conversation();
    const rows = opened.add(outgoing(NOW), null);
    for (const row of rows) for (const badge of badgesOf(row)) badge.focus();
    end();
    expect(document.documentElement.querySelector('[class^=matta], matta-badge, matta-explanation')).toBeNull();
    expect(document.body.innerHTML).toBe('<main><div>LINE</div><div>LINE</div></main>');
    opened.add(outgoing(NOW));
    expect(labels()).toEqual([]);
  });

  test('of a conversation takes its badges away and leaves the next one’s', () => {
    const { opened, page, clock } = conversation();
    const [before] = opened.add(outgoing(NOW));
    const next = new FakeConversation(clock, { id: GROUP });
    page.open(next);
    const [after] = next.add(outgoing(NOW));
    expect([badgesOf(before).length, badgesOf(after).length]).toEqual([0, 1]);
  });
});
