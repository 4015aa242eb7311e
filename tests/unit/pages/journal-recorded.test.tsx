// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectivePolicy } from '../../../src/domain/policy/effective-policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import { RecordedSection } from '../../../src/pages/journal/recorded-section.tsx';
import { recordingOf } from '../../../src/pages/journal/recording.ts';
import { basicId } from '../../support/broadcasts.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const locked = (rules: object, accounts: object = {}) =>
  recordingOf(
    effectivePolicy({ 'managed-locked': readLayer({ ...rules, accounts }, 'managed-locked').values }),
  );

describe('what is recorded', () => {
  it.each([
    ['none', 400, '配信の本文や画像、お客さまの名前'],
    ['first20', 30, 'はじめの20文字を記録します'],
    ['full', 30, '配信した本文を記録します'],
  ] as const)('is said as it is: text %s, for %i days', async (excerpt, days, said) => {
    const page = await renderPage(<RecordedSection recording={{ excerpt, days }} />);
    expect(page.text()).toContain(said);
    expect(page.text()).toContain(`${days}日を過ぎた`);
  });

  it('is by the rules, and where accounts differ the most of all', () => {
    expect(locked({})).toEqual({ excerpt: 'none', days: 400 });
    expect(locked({ journalExcerpt: 'first20', journalRetentionDays: 30 })).toEqual({
      excerpt: 'first20',
      days: 30,
    });
    const accounts = { [basicId('@bakery')]: { journalExcerpt: 'full' } };
    expect(locked({ journalExcerpt: 'first20' }, accounts).excerpt).toBe('full');
  });
});
