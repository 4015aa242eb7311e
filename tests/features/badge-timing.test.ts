// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/clock.ts';
import { badgeBench, badgeOf, labelOf, NOW } from '../support/badge-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { type FakeConversation, outgoing } from '../support/fake-chat-page.ts';

describe('badges and the clock', () => {
  test('go through all states in a day, each at its moment', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    const seen: [number, string][] = [];
    for (let at = 0; at <= 25 * 60 * 60; at++) {
      const state = badgeOf(row)?.dataset['state'] ?? 'none';
      if (seen.at(-1)?.[1] !== state) seen.push([at, state]);
      vi.advanceTimersByTime(SECOND);
    }
    expect(seen.map(([seconds, state]) => `${Math.floor(seconds / 60)}:${seconds % 60} ${state}`)).toEqual([
      '0:0 safe',
      // More than ten minutes are left up to 48:00; one millisecond later it is less than eleven.
      '48:1 warn',
      '59:0 check',
      '1440:1 over',
    ]);
  });

  test('count down to the second in the last minute', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    vi.advanceTimersByTime(58 * MINUTE + 30 * SECOND);
    expect(labelOf(row)).toBe('残りわずか 30秒！');
    vi.advanceTimersByTime(SECOND + 1);
    expect(labelOf(row)).toBe('残りわずか 28秒！');
  });

  test('all change in the same call of one timer, whatever second they were sent in', () => {
    const { opened } = badgeBench();
    const rows = opened.add(...Array.from({ length: 30 }, (_, n) => outgoing(NOW - n * 1_777)));
    const before = rows.map(labelOf);
    expect(vi.getTimerCount()).toBe(1);
    const armed = vi.spyOn(globalThis, 'setTimeout');
    vi.advanceTimersToNextTimer();
    expect(rows.every((row, n) => labelOf(row) !== before[n])).toBe(true);
    expect(armed).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
    armed.mockRestore();
  });

  test('change by the corrected clock, before the computer’s own says so', () => {
    const { opened } = badgeBench();
    opened.correction = 20 * SECOND;
    const [row] = opened.add(outgoing(NOW));
    vi.advanceTimersByTime(40 * SECOND);
    expect(labelOf(row)).toBe('取消可 あと58分');
    vi.advanceTimersByTime(1);
    expect(labelOf(row)).toBe('取消可 あと57分');
  });

  test('arm no timer when nothing will change', () => {
    const { opened } = badgeBench();
    opened.add(outgoing(null), outgoing(NOW, { kind: 'automatic' }), outgoing(NOW - 25 * HOUR), null);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('arm no timer for what is out of view', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    expect(vi.getTimerCount()).toBe(1);
    opened.nearView = [];
    opened.scroll();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(labelOf(row)).toBe('取消可 あと59分');
    opened.nearView = null;
    opened.scroll();
    expect(labelOf(row)).toBe('取消可 あと49分');
  });

  test('arm no timer in a hidden tab, and are right at once on return', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    opened.add(outgoing(NOW));
    vi.advanceTimersByTime(30 * MINUTE);
    expect(vi.getTimerCount()).toBe(0);
    setHidden(false);
    expect(labelOf(row)).toBe('取消可 あと29分');
    expect(vi.getTimerCount()).toBe(1);
  });

  test('are right at the first chance after the computer slept', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    // The clock goes on while the computer sleeps, timers do not.
    vi.setSystemTime(NOW + 2 * HOUR);
    vi.advanceTimersToNextTimer();
    expect(badgeOf(row)?.dataset['state']).toBe('check');
  });

  test('give up when the clock is found to be wrong, and need no timer then', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    opened.correction = null;
    opened.tell({ rejudge: true });
    expect(badgeOf(row)?.dataset['state']).toBe('unknown');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leave no timer behind', () => {
    const { opened, end } = badgeBench();
    opened.add(outgoing(NOW));
    end();
    setHidden(true);
    setHidden(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('are not rewritten where nothing changed', async () => {
    const { opened } = badgeBench();
    const rows = opened.add(outgoing(NOW), outgoing(NOW - MINUTE));
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((news) => records.push(...news));
    observer.observe(opened.list, { subtree: true, childList: true, characterData: true, attributes: true });
    for (let n = 0; n < 20; n++) opened.tell({ changed: new Set(rows), rejudge: true });
    await Promise.resolve();
    expect([...records, ...observer.takeRecords()]).toEqual([]);
    observer.disconnect();
  });
});

describe('a badge that LINE’s rendering drops', () => {
  const drop = (opened: FakeConversation, row: HTMLElement) => {
    badgeOf(row)?.remove();
    opened.tell({ changed: new Set([row]) });
  };

  test('comes back at once, the same element', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW));
    if (row === undefined) throw new Error('no row');
    const badge = badgeOf(row);
    drop(opened, row);
    expect(badgeOf(row)).toBe(badge);
  });

  test('is put in at most six times a minute, and again when the minute is over', () => {
    const { opened } = badgeBench();
    const [row, other] = opened.add(outgoing(NOW), outgoing(NOW));
    if (row === undefined) throw new Error('no row');
    let present = 0;
    for (let n = 0; n < 20; n++) {
      if (badgeOf(row) !== null) present++;
      drop(opened, row);
    }
    expect(present).toBe(6);
    expect(badgeOf(row)).toBeNull();
    expect(badgeOf(other)).not.toBeNull();
    vi.advanceTimersByTime(MINUTE + 1);
    expect(badgeOf(row)).not.toBeNull();
  });
});
