// @vitest-environment jsdom
import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { chatPage, idAt, messageList, row, run } from '../support/chat-markup.ts';
import { ACCOUNT, CUSTOMER, japan, settle } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { FakeExtension } from '../support/fake-extension.ts';
import { inJapanese } from '../support/feature-bench.ts';
import { stack } from '../support/layout.ts';

/** The whole content script in a page with one message; each import is another copy of it. */
const NOW = japan(23, 14, 30);
// All of a content script ends with one signal.
setMaxListeners(50);
let extension: FakeExtension;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  extension = new FakeExtension();
  history.pushState(null, '', `/${ACCOUNT}/chat/${CUSTOMER}`);
  document.documentElement.lang = 'ja';
  const one = row({ id: idAt(NOW - MINUTE) });
  const list = messageList(run('outgoing', one));
  document.body.replaceChildren(chatPage(list));
  stack(list, [one]);
});
afterEach(() => {
  document.dispatchEvent(new CustomEvent('matta-take-over'));
  leaveWorld();
  setHidden(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function startCopy() {
  vi.resetModules();
  await import('../../src/content/chat.iife.ts');
  await settle();
}

/** What a copy of another version, in a world of its own, does not see. */
const leaveWorld = () => Reflect.deleteProperty(globalThis, Symbol.for('matta-living'));

const badges = () => [...document.querySelectorAll<HTMLElement>('matta-badge')];
const noticeText = () => document.querySelector('matta-notice')?.shadowRoot?.querySelector('p')?.textContent;

describe('a content script', () => {
  test('shows a badge, tells the worker and answers with a report without a word of the page', async () => {
    await startCopy();
    expect(badges().map((badge) => badge.textContent)).toEqual(['取消可 あと58分']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(extension.asked.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['settings', 'observedTimes', 'record', 'reportHealth']),
    );
    const report = extension.tell({ ask: 'diagnostic-report' }) ?? '';
    expect(report).toContain('Matta 1.2.3');
    expect(report).toContain('.chat-body');
    expect(report).not.toMatch(/こんにちは|山田|まるやま|あと58分/);
  });

  test('hears nobody but its own extension', async () => {
    await startCopy();
    expect(extension.tell({ ask: 'diagnostic-report' }, 'another')).toBeNull();
    const before = extension.asked.length;
    extension.tell({ push: 'settings-changed' }, 'another');
    extension.tell(null);
    extension.tell('settings-changed');
    await settle();
    expect(extension.asked).toHaveLength(before);
  });

  test('asks for its settings again when they have changed, and follows them', async () => {
    await startCopy();
    extension.values.set('settings', {
      window: { choice: { mode: 'custom', minutes: 90 }, region: 'JP', marginSeconds: 0 },
      warn: { warnMinutes: 10, urgentMinutes: 5 },
      texts: { badgeSafeHours: '$1 h $2 min left' },
    });
    extension.tell({ push: 'settings-changed' });
    await settle();
    expect(badges().map((badge) => badge.textContent)).toEqual(['1 h 29 min left']);
  });

  test('stays where a second copy of its version comes: no badge twice, nothing heard twice', async () => {
    await startCopy();
    const [first] = badges();
    const listeners = extension.listeners;
    await startCopy();
    expect(badges()).toEqual([first]);
    expect(first?.isConnected).toBe(true);
    expect(extension.listeners).toBe(listeners);
  });

  test('makes way for a newer version, which has a world of its own: no badge twice, nothing heard twice', async () => {
    await startCopy();
    const [old] = badges();
    const listeners = extension.listeners;
    leaveWorld();
    await startCopy();
    expect(badges()).toHaveLength(1);
    expect(old?.isConnected).toBe(false);
    expect(extension.listeners).toBe(listeners);
    expect(document.querySelector('matta-notice')).toBeNull();
  });
});

describe('a content script whose extension is gone', () => {
  const orphan = async () => {
    await startCopy();
    extension.vanish();
    setHidden(true);
  };

  test('takes its badges away and says why, in words that it fetched before', async () => {
    await startCopy();
    extension.chrome.i18n.getMessage = () => '';
    extension.vanish();
    setHidden(true);
    expect(badges()).toEqual([]);
    expect(noticeText()).toBe(inJapanese('noticeOrphaned'));
  });

  test('notices it when the worker is asked, too', async () => {
    await startCopy();
    extension.vanish();
    const asked = extension.tell({ push: 'settings-changed' });
    expect(asked).toBeNull();
    document.querySelector('.chat-content')?.append(row({ id: idAt(NOW) }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(badges()).toEqual([]);
    expect(noticeText()).toBe(inJapanese('noticeOrphaned'));
  });

  test('does nothing any more', async () => {
    await orphan();
    document.querySelector('.chat-content')?.append(row({ id: idAt(NOW) }));
    const before = extension.asked.length;
    // A moment of the page's leisure that was asked for before still comes.
    await vi.advanceTimersByTimeAsync(1_000);
    expect(badges()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(extension.asked).toHaveLength(before);
  });

  test('takes its notice away when a new copy starts', async () => {
    await orphan();
    extension.chrome.runtime.id = 'matta';
    setHidden(false);
    await startCopy();
    expect(document.querySelector('matta-notice')).toBeNull();
    expect(badges()).toHaveLength(1);
  });
});
