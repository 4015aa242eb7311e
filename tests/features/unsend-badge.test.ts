// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { startUnsendBadge } from '../../src/features/unsend-badge/unsend-badge.ts';
import { badgeBench, badgeOf, labelOf, NOW, stateOf } from '../support/badge-bench.ts';
import { GROUP } from '../support/conversation-bench.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench } from '../support/feature-bench.ts';
import { sendTime } from '../support/sent-messages.ts';

const badgesOf = (row: Element | undefined) => [...(row?.querySelectorAll<HTMLElement>('matta-badge') ?? [])];
const labels = () => [...document.querySelectorAll('matta-badge')].map((badge) => badge.textContent);

describe('badges', () => {
  test('stand on outgoing messages, one each, and on nothing else', () => {
    const { opened } = badgeBench();
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
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    expect(row?.lastElementChild).toBe(badgeOf(row));
    expect(row?.firstChild?.textContent).toBe('LINE');
    expect(row?.attributes).toHaveLength(0);
  });

  test('say in attributes what they show', () => {
    const { opened } = badgeBench();
    const sent = NOW - 10 * MINUTE;
    const [row] = opened.add(outgoing(sent));
    expect({ ...badgeOf(row)?.dataset }).toEqual({
      state: 'safe',
      sentAt: String(sent),
      safeUntil: String(sent + 59 * MINUTE),
      source: 'id',
      messageId: `m${sent}`,
      size: 'full',
    });
    expect(badgeOf(row)?.getAttribute('role')).toBe('button');
    expect(badgeOf(row)?.getAttribute('aria-description')).toBe('15:19まで送信取消ができる見込みです。');
    expect(badgeOf(row)?.title).toContain('LINEのメッセージID');
  });

  test('leave out what is not known', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(null, { id: null }));
    expect({ ...badgeOf(row)?.dataset }).toEqual({ state: 'unknown', size: 'full' });
  });

  test('show each state in words', () => {
    const { opened } = badgeBench();
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
    expect(rows.map((row) => `${stateOf(row)} ${labelOf(row)}`)).toEqual([
      'safe 取消可 あと58分',
      'warn 残りわずか 9分',
      'warn 残りわずか 4分！',
      'warn 残りわずか 30秒！',
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
    const { opened } = badgeBench({ id: GROUP });
    const [row] = opened.add(outgoing(NOW, { sendTime: sendTime(NOW - MINUTE, 'clock') }));
    expect(badgeOf(row)?.dataset['source']).toBe('clock');
    expect(badgeOf(row)?.title).toContain('早いほうで計算');
    expect(badgeOf(row)?.title).toContain('確認できていません');
  });

  test.each([
    [900, 'full', '取消可 あと58分'],
    [740, 'full', '取消可 あと58分'],
    [739, 'compact', '58分'],
    [690, 'compact', '58分'],
    [689, 'raised', '58分'],
  ])('in a list of %i px are %s', (widthPx, size, label) => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW - MINUTE));
    opened.widthPx = widthPx;
    opened.scroll();
    expect(badgeOf(row)?.dataset['size']).toBe(size);
    expect(labelOf(row)).toBe(label);
  });

  test('of a long list are made when their rows come near the view', () => {
    const { opened } = badgeBench();
    opened.nearView = [];
    const rows = opened.add(...Array.from({ length: 200 }, (_, n) => outgoing(NOW - n)));
    expect(labels()).toEqual([]);
    opened.nearView = rows.slice(50, 80);
    opened.scroll();
    expect(rows.map((row) => badgesOf(row).length).lastIndexOf(1)).toBe(79);
    expect(labels()).toHaveLength(30);
  });
});

describe('the end', () => {
  test('leaves the document as it was found', () => {
    const { opened, end } = badgeBench();
    const rows = opened.add(outgoing(NOW), null);
    for (const row of rows) for (const badge of badgesOf(row)) badge.focus();
    end();
    expect(
      document.documentElement.querySelector('[class^=matta], matta-badge, matta-explanation'),
    ).toBeNull();
    expect(document.body.innerHTML).toBe('<main><div>LINE</div><div>LINE</div></main>');
    opened.add(outgoing(NOW));
    expect(labels()).toEqual([]);
  });

  test('of a conversation takes its badges away and leaves the next one’s', () => {
    const { opened, page, clock } = badgeBench();
    const [before] = opened.add(outgoing(NOW));
    const next = new FakeConversation(clock, { id: GROUP });
    page.open(next);
    const [after] = next.add(outgoing(NOW));
    expect([badgesOf(before).length, badgesOf(after).length]).toEqual([0, 1]);
  });
});
