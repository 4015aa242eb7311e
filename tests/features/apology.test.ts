// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import thai from '../../public/_locales/th/messages.json' with { type: 'json' };
import { HOUR } from '../../src/domain/clock.ts';
import type { OutgoingMessage } from '../../src/line/chat/chat-page.ts';
import { flattenEntry } from '../../src/platform/i18n.ts';
import { explanationBench, NOW, root } from '../support/badge-bench.ts';
import { japan, settle } from '../support/conversation-bench.ts';
import { outgoing } from '../support/fake-chat-page.ts';
import { inJapanese } from '../support/feature-bench.ts';

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

/** The worker has English words of apology unless a test gives it others. */
function conversation(message: OutgoingMessage) {
  const bench = explanationBench(message);
  bench.worker.answers.set('texts', apologies(english));
  return bench;
}

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

  test('what a supervisor has prepared comes first, letter by letter, and is copied like all others', async () => {
    const bench = conversation(late);
    bench.worker.answers.set('apologies', ['<b>$1</b>\nお詫びいたします。', '二つ目']);
    const shown = await bench.ask();
    expect(shown.apologies).toHaveLength(5);
    expect(shown.apologies[0]).toContain('<b>$1</b>\nお詫びいたします。');
    expect(root()?.querySelector('.apology strong')?.textContent).toBe(inJapanese('explainPrepared'));
    expect(shown.apologies[1]).toContain('二つ目');
    root()?.querySelector<HTMLButtonElement>('.apology')?.click();
    expect(writeText).toHaveBeenCalledWith('<b>$1</b>\nお詫びいたします。');
  });

  test('what a supervisor has prepared is there also where Matta’s own words are not', async () => {
    const bench = conversation(late);
    bench.page.tag = 'th';
    bench.worker.answers.delete('texts');
    bench.worker.answers.set('apologies', ['お詫び']);
    expect((await bench.ask()).apologies).toHaveLength(1);
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
    expect((await bench.ask()).apologies[1]).toContain('先にお送りした');
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
    expect(root()?.querySelector('img')).toBeNull();
  });
});
