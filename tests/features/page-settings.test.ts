// @vitest-environment jsdom
import * as v from 'valibot';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { accountIdSchema } from '../../src/domain/unsend/identity.ts';
import type { PageSettings } from '../../src/messaging/protocol.ts';
import { ACCOUNT, settle } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { FakeExtension } from '../support/fake-extension.ts';
import { inJapanese } from '../support/feature-bench.ts';

const OTHER = v.parse(accountIdSchema, `U${'b'.repeat(32)}`);
const settingsOf = (minutes: number, texts: PageSettings['texts'] = null): PageSettings => ({
  window: { choice: { mode: 'custom', minutes }, region: 'TH', marginSeconds: 0 },
  warn: { warnMinutes: 20, urgentMinutes: 3 },
  texts,
});

beforeEach(() => void new FakeExtension());

/** A source whose questions a test answers in whatever order it likes. */
async function source() {
  const { PageSettingsSource } = await import('../../src/content/page-settings.ts');
  const waiting: ((settings: PageSettings | null) => void)[] = [];
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const settings = new PageSettingsSource(
    (_verb, _payload, schema) =>
      new Promise((resolve) => {
        waiting.push((answer) =>
          resolve(
            answer === null ? { ok: false, again: true } : { ok: true, value: v.parse(schema, answer) },
          ),
        );
      }),
    ending.signal,
    () => false,
  );
  const heard = vi.fn();
  settings.onChange(heard, new AbortController().signal);
  const answer = async (index: number, value: PageSettings | null) => {
    waiting[index]?.(value);
    await settle();
  };
  return { settings, heard, answer, asked: () => waiting.length };
}

describe('settings', () => {
  test('promise nothing until they have come: a supervisor may have set a short window', async () => {
    const { settings } = await source();
    expect(settings.of(ACCOUNT).window.choice).toEqual({ mode: 'unknown' });
    expect(settings.translate('badgeOver')).toBe(inJapanese('badgeOver'));
  });

  test('are worth to wait for a moment, and then no longer', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { settings, heard } = await source();
    void settings.load(ACCOUNT);
    expect(settings.isAwaited(ACCOUNT)).toBe(true);
    expect(settings.isAwaited(OTHER)).toBe(false);
    await vi.advanceTimersByTimeAsync(499);
    expect(settings.isAwaited(ACCOUNT)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(settings.isAwaited(ACCOUNT)).toBe(false);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('are asked for again until they come', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { settings, answer, asked } = await source();
    void settings.load(ACCOUNT);
    await answer(0, null);
    await vi.advanceTimersByTimeAsync(999);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await answer(1, null);
    await vi.advanceTimersByTimeAsync(5_000);
    await answer(2, settingsOf(30));
    expect(settings.of(ACCOUNT).window.choice).toEqual({ mode: 'custom', minutes: 30 });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked()).toBe(3);
  });

  test('of one account never serve another', async () => {
    const { settings, answer } = await source();
    void settings.load(ACCOUNT);
    await answer(0, settingsOf(1440));
    expect(settings.of(ACCOUNT).window.choice).toEqual({ mode: 'custom', minutes: 1440 });
    expect(settings.of(OTHER).window.choice).toEqual({ mode: 'unknown' });
  });

  test('that come late do not take the place of newer ones', async () => {
    const { settings, answer } = await source();
    void settings.load(ACCOUNT);
    void settings.load(OTHER);
    await answer(1, settingsOf(30));
    await answer(0, settingsOf(1440));
    expect(settings.of(OTHER).window.choice).toEqual({ mode: 'custom', minutes: 30 });
  });

  test('stay in force when the worker does not answer', async () => {
    const { settings, answer, heard } = await source();
    void settings.load(ACCOUNT);
    await answer(0, settingsOf(30));
    void settings.load(ACCOUNT);
    await answer(1, null);
    expect(settings.of(ACCOUNT).window.choice).toEqual({ mode: 'custom', minutes: 30 });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('bring their language; a text that it lacks is the browser’s', async () => {
    const { settings, answer } = await source();
    void settings.load(ACCOUNT);
    await answer(0, settingsOf(60, { badgeSafeMinutes: '$1 min left' }));
    expect(settings.translate('badgeSafeMinutes', 5)).toBe('5 min left');
    expect(settings.translate('badgeOver')).toBe(inJapanese('badgeOver'));
    void settings.load(ACCOUNT);
    await answer(1, settingsOf(60));
    expect(settings.translate('badgeSafeMinutes', 5)).toBe('取消可 あと5分');
  });
});
