// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import thai from '../../public/_locales/th/messages.json' with { type: 'json' };
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { startUnsendBadge } from '../../src/features/unsend-badge/unsend-badge.ts';
import type { OutgoingMessage } from '../../src/line/chat/chat-page.ts';
import { flattenEntry } from '../../src/platform/i18n.ts';
import { GROUP, japan, settle } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench, inJapanese } from '../support/feature-bench.ts';
import { click } from '../support/trusted-events.ts';

const NOW = japan(23, 14, 30);
const apologies = (catalogue: object) =>
  Object.fromEntries(
    Object.entries(catalogue)
      .filter(([key]) => key.startsWith('apology'))
      .map(([key, entry]) => [key, flattenEntry(entry)]),
  );

let writeText = vi.fn((_: string) => Promise.resolve());
beforeEach(() => {
  writeText = vi.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

/** A conversation with one message; `ask` presses its badge and reads what opens. */
function conversation(message: OutgoingMessage, change: ConstructorParameters<typeof FakeConversation>[1] = {}) {
  const bench = featureBench(NOW);
  const opened = new FakeConversation(bench.clock, change);
  bench.worker.answers.set('texts', apologies(english));
  bench.start(startUnsendBadge);
  bench.page.open(opened);
  opened.add(message);
  const badge = document.querySelector<HTMLElement>('matta-badge');
  if (badge === null) throw new Error('no badge');
  return {
    ...bench,
    opened,
    badge,
    async ask() {
      click(badge);
      await settle();
      return panel();
    },
  };
}

const root = () => document.querySelector('matta-explanation')?.shadowRoot ?? null;
const all = (selector: string) => [...(root()?.querySelectorAll(selector) ?? [])];
function panel() {
  return {
    title: root()?.querySelector('h2')?.textContent,
    paragraphs: all('p').map((element) => element.textContent),
    steps: all('li').map((element) => element.textContent),
    apologies: all('.apology span').map((element) => element.textContent ?? ''),
  };
}

describe('while there may be time', () => {
  const steps = [
    inJapanese('explainStepPoint'),
    inJapanese('explainStepChoose'),
    inJapanese('explainStepConfirm'),
  ];

  test.each([
    ['safe', outgoing(NOW - MINUTE), 'まだ取り消せる見込みです', '15:28まで送信取消ができる見込みです。'],
    ['warn', outgoing(NOW - 55 * MINUTE), 'まだ取り消せる見込みです', '14:34まで送信取消ができる見込みです。'],
    ['check', outgoing(NOW - 2 * HOUR), 'LINEのメニューで確認してください', '13:29に過ぎました'],
    ['unknown', outgoing(null), '残り時間がわかりません', '送信時刻を確認できない'],
  ])('(%s) it says so and gives LINE’s own steps', async (_, message, title, sentence) => {
    const shown = await conversation(message).ask();
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
    const { paragraphs } = await conversation(message, change).ask();
    expect(paragraphs.includes(inJapanese('badgeTooltipKind'))).toBe(isSaid);
  });
});

describe('when it is too late', () => {
  const late = outgoing(NOW - 25 * HOUR);

  test.each([
    ['over', late, '送信取消はできません'],
    ['never', outgoing(NOW, { kind: 'automatic' }), '送信取消の対象外です'],
  ])('(%s) it offers words of apology and no steps', async (_, message, title) => {
    const shown = await conversation(message).ask();
    expect(shown.title).toBe(title);
    expect(shown.steps).toEqual([]);
    expect(shown.apologies).toHaveLength(3);
  });

  test.each([
    ['th', 'th', thai, /14:04/],
    ['en-US', 'en', english, /14:04/],
    ['zh-Hant', 'zh_TW', english, /14:04/],
  ])('the words are in the page’s language %s, with the time in them', async (tag, language, texts, time) => {
    const bench = conversation(outgoing(japan(23, 14, 4), { kind: 'broadcast' }));
    bench.page.tag = tag;
    bench.worker.answers.set('texts', apologies(texts));
    const shown = await bench.ask();
    expect(bench.worker.payloads('texts')).toEqual([{ language, prefix: 'apology' }]);
    for (const text of shown.apologies) expect(text).toMatch(time);
    for (const text of shown.apologies) expect(text).not.toMatch(/\$/);
    expect(shown.title).toBe('送信取消の対象外です');
  });

  test('the date of an older message is in the page’s language, too', async () => {
    const bench = conversation(late);
    bench.page.tag = 'en';
    expect((await bench.ask()).apologies.join()).toMatch(/Nov 22/);
  });

  test('they are in the operator’s language where the page’s has none', async () => {
    const bench = conversation(late);
    bench.page.tag = 'ko';
    expect((await bench.ask()).apologies[0]).toContain('【お詫び】');
    expect(bench.worker.payloads('texts')).toEqual([]);
  });

  test('a message without a known time is spoken of without one', async () => {
    const bench = conversation(outgoing(null, { kind: 'automatic' }));
    bench.page.tag = 'ko';
    expect((await bench.ask()).apologies[1]).toContain('先ほどお送りした');
  });

  test('it says when the words could not be had', async () => {
    const bench = conversation(late);
    bench.worker.answers.delete('texts');
    const shown = await bench.ask();
    expect(shown.apologies).toEqual([]);
    expect(root()?.querySelector('[role=status]')?.textContent).toBe(inJapanese('explainTextsFailed'));
  });

  test.each([
    ['they are copied as they stand', () => Promise.resolve(), 'explainCopied'],
    ['it says when copying failed', () => Promise.reject(new DOMException('no')), 'explainCopyFailed'],
  ] as const)('%s', async (_, answer, key) => {
    writeText.mockImplementation(answer);
    const shown = await conversation(late).ask();
    root()?.querySelector<HTMLElement>('.apology')?.click();
    await settle();
    expect(writeText.mock.calls).toEqual([[shown.apologies[0]]]);
    expect(root()?.querySelector('[role=status]')?.textContent).toBe(inJapanese(key));
  });

  test('texts with markup and control characters are shown as text', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202e\u0007 $1';
    const bench = conversation(late);
    bench.worker.answers.set('texts', {
      apologyTextRecipient: evil,
      apologyTextContent: evil,
      apologyTextMistake: evil,
    });
    bench.page.tag = 'en';
    const shown = await bench.ask();
    expect(shown.apologies[0]).toContain('<img src=x onerror=alert(1)>\u202e\u0007');
    expect(all('img')).toEqual([]);
  });
});

describe('the panel', () => {
  test('has the focus in it and gives it back to the badge', async () => {
    const { ask, badge } = conversation(outgoing(NOW));
    badge.focus();
    await ask();
    const close = root()?.querySelector('button');
    expect(root()?.activeElement).toBe(close);
    close?.click();
    expect(root()).toBeNull();
    expect(document.activeElement).toBe(badge);
  });

  test('closes with Escape, and when its badge is pressed again', async () => {
    const { ask } = conversation(outgoing(NOW));
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
    const { ask, opened } = conversation(outgoing(NOW));
    const [row] = opened.add(outgoing(null));
    await ask();
    const other = row?.querySelector('matta-badge');
    if (!other) throw new Error('no badge');
    click(other);
    expect(document.querySelectorAll('matta-explanation')).toHaveLength(1);
    expect(panel().title).toBe('残り時間がわかりません');
  });

  test('keeps its keys and clicks from the page', async () => {
    const { ask } = conversation(outgoing(NOW));
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
    const { ask, page } = conversation(outgoing(NOW));
    await ask();
    page.open(null);
    expect(root()).toBeNull();
  });
});
