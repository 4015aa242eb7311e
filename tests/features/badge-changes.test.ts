// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import type { Translate } from '../../src/platform/i18n.ts';
import { badgeBench, badgeOf, labelOf, NOW, stateOf } from '../support/badge-bench.ts';
import { outgoing } from '../support/fake-chat-page.ts';
import { inJapanese } from '../support/feature-bench.ts';

/** Texts of a test's own; the language's name stays one. */
const speaking =
  (translate: Translate): Translate =>
  (key, ...values) =>
    key === 'commonLanguageTag' ? inJapanese(key) : translate(key, ...values);

describe('a badge', () => {
  test('follows what LINE makes of its row', () => {
    const { opened } = badgeBench();
    const [row] = opened.add(outgoing(NOW - MINUTE));
    if (row === undefined) throw new Error('no row');
    const badge = badgeOf(row);
    opened.change(row, null);
    expect(badgeOf(row)).toBeNull();
    opened.change(row, outgoing(NOW - 70 * MINUTE));
    expect(stateOf(row)).toBe('check');
    expect(badge?.isConnected).toBe(false);
  });

  test('is judged again when something became known about all', () => {
    const { opened } = badgeBench();
    const rows = opened.add(outgoing(NOW - MINUTE), outgoing(NOW - 2 * MINUTE));
    opened.correction = null;
    opened.tell({ rejudge: true });
    expect(rows.map(stateOf)).toEqual(['unknown', 'unknown']);
  });

  test('counts by the corrected clock', () => {
    const { opened } = badgeBench();
    opened.correction = 90 * SECOND;
    const [row] = opened.add(outgoing(NOW));
    expect(labelOf(row)).toBe('取消可 あと57分');
  });

  test('does not keep a promise made by a clock that was set back since', () => {
    const { opened, clock } = badgeBench();
    const [row] = opened.add(outgoing(NOW - MINUTE));
    expect(labelOf(row)).toBe('取消可 あと58分');
    vi.setSystemTime(clock.now() - 60 * MINUTE);
    opened.scroll();
    expect(stateOf(row)).toBe('unknown');
  });

  test('waits a moment for the settings', () => {
    const { opened, settings } = badgeBench();
    settings.awaited = true;
    const [row] = opened.add(outgoing(NOW - MINUTE));
    expect(badgeOf(row)).toBeNull();
    settings.awaited = false;
    settings.change({});
    expect(labelOf(row)).toBe('取消可 あと58分');
  });

  test('follows the settings', () => {
    const { opened, settings } = badgeBench();
    const [row] = opened.add(outgoing(NOW - 70 * MINUTE));
    expect(stateOf(row)).toBe('check');
    const window = { ...settings.inForce.window, choice: { mode: 'custom', minutes: 120 } } as const;
    settings.change({ settings: { window } });
    expect(labelOf(row)).toBe('取消可 あと49分');
    settings.change({ translate: speaking((key, ...values) => `${key}(${values.join()})`) });
    expect(labelOf(row)).toBe('badgeSafeMinutes(49)');
  });

  test.each(['<img src=x onerror=alert(1)>', '\u202e\u0000evil\u2066', '&lt;b&gt;'])(
    'shows a text like %j as text',
    (text) => {
      const { opened, settings } = badgeBench();
      settings.change({ translate: speaking(() => text) });
      const [row] = opened.add(outgoing(NOW));
      expect(labelOf(row)).toBe(text);
      expect(badgeOf(row)?.childElementCount).toBe(0);
      expect(badgeOf(row)?.getAttribute('aria-description')).toBe(text);
    },
  );
});
