// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { explanation, explanationBench, NOW, root } from '../support/badge-bench.ts';
import { GROUP } from '../support/conversation-bench.ts';
import { outgoing } from '../support/fake-chat-page.ts';
import { inJapanese } from '../support/feature-bench.ts';
import { click } from '../support/trusted-events.ts';

describe('while there may be time', () => {
  const steps = [
    inJapanese('explainStepPoint'),
    inJapanese('explainStepChoose'),
    inJapanese('explainStepConfirm'),
  ];

  test.each([
    ['safe', outgoing(NOW - MINUTE), 'まだ取り消せる見込みです', '15:28まで送信取消ができる見込みです。'],
    [
      'warn',
      outgoing(NOW - 55 * MINUTE),
      'まだ取り消せる見込みです',
      '14:34まで送信取消ができる見込みです。',
    ],
    ['check', outgoing(NOW - 2 * HOUR), 'LINEのメニューで確認してください', '13:29に終わりました'],
    ['unknown', outgoing(null), '残り時間がわかりません', '送信時刻を確認できない'],
  ])('(%s) it says so and gives LINE’s own steps', async (_, message, title, sentence) => {
    const shown = await explanationBench(message).ask();
    expect(shown.title).toBe(title);
    expect(shown.paragraphs[0]).toContain(sentence);
    expect(shown.steps).toEqual(steps);
    expect(shown.paragraphs).toContain(inJapanese('explainNoticeStays'));
    expect(shown.apologies).toEqual([]);
  });

  test.each([
    ['a text', outgoing(NOW), {}, false],
    ['a card', outgoing(NOW, { kind: 'other' }), {}, true],
    ['anything in a group', outgoing(NOW), { id: GROUP }, true],
  ])('whether nobody knows that %s can be unsent is said', async (_, message, change, isSaid) => {
    const { paragraphs } = await explanationBench(message, change).ask();
    expect(paragraphs.includes(inJapanese('badgeTooltipKind'))).toBe(isSaid);
  });
});

describe('the panel', () => {
  test('has the focus in it and gives it back to the badge', async () => {
    const { ask, badge } = explanationBench(outgoing(NOW));
    badge.focus();
    await ask();
    const close = root()?.querySelector('button');
    expect(root()?.activeElement).toBe(close);
    close?.click();
    expect(root()).toBeNull();
    expect(document.activeElement).toBe(badge);
  });

  test('closes with Escape, and when its badge is pressed again', async () => {
    const { ask } = explanationBench(outgoing(NOW));
    await ask();
    root()
      ?.querySelector('button')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(root()).toBeNull();
    await ask();
    expect(root()).not.toBeNull();
    await ask();
    expect(root()).toBeNull();
  });

  test('is one: another badge’s takes its place', async () => {
    const { ask, opened } = explanationBench(outgoing(NOW));
    const [row] = opened.add(outgoing(null));
    await ask();
    const other = row?.querySelector('matta-badge');
    if (!other) throw new Error('no badge');
    click(other);
    expect(document.querySelectorAll('matta-explanation')).toHaveLength(1);
    expect(explanation().title).toBe('残り時間がわかりません');
  });

  test('keeps its keys and clicks from the page', async () => {
    const { ask } = explanationBench(outgoing(NOW));
    const heard = vi.fn();
    for (const type of ['keydown', 'keyup', 'click']) document.addEventListener(type, heard);
    await ask();
    heard.mockClear();
    const close = root()?.querySelector('button');
    for (const type of ['keydown', 'keyup', 'click'])
      close?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).not.toHaveBeenCalled();
    for (const type of ['keydown', 'keyup', 'click']) document.removeEventListener(type, heard);
  });

  test('closes with the conversation', async () => {
    const { ask, page } = explanationBench(outgoing(NOW));
    await ask();
    page.open(null);
    expect(root()).toBeNull();
  });
});
