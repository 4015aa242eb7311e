import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tryBroadcast } from '../../../src/domain/broadcast/trial.ts';
import { DEFAULT_GATE_POLICY } from '../../../src/domain/policy/gate-policy.ts';
import { SAMPLE_NAMES, sampleOf } from '../../../src/pages/supervisor/trying/samples.ts';
import { flattenEntry, type MessageEntry, translateFrom } from '../../../src/platform/i18n.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';

/** The last day of a year, and an ordinary one. */
const DAYS = ['2026-12-31T15:00:00+09:00', '2027-01-01T00:30:00+09:00', '2026-11-23T15:00:00+09:00'];

const FAULTS = {
  template: ['leftover-placeholder', 'send-now-large'],
  date: ['past-date'],
  link: ['link-staging', 'quiet-hours', 'link-insecure', 'voom-on'],
} as const;

const textsOf = (locale: string) => {
  const url = new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(url, 'utf8')) as Record<string, MessageEntry>;
  const flat = Object.entries(messages).map(([key, entry]) => [key, flattenEntry(entry)]);
  return translateFrom(Object.fromEntries(flat), japaneseTexts.t);
};

describe.each(['ja', 'en', 'zh_TW', 'th'])('the practice broadcasts in %s', (locale) => {
  it.each(SAMPLE_NAMES)('%s: its faults are found, on any day', (name) => {
    for (const day of DAYS) {
      const now = Date.parse(day);
      const { findings, items } = tryBroadcast(
        sampleOf(name, null, now, textsOf(locale)),
        DEFAULT_GATE_POLICY,
        now,
      );
      const found = findings.map(({ check }) => check);
      expect(found).toEqual(expect.arrayContaining([...FAULTS[name]]));
      expect(items.map(({ name: item }) => item)).toEqual(
        expect.arrayContaining(['account', 'people', 'when']),
      );
    }
  });
});

describe('a trial', () => {
  const now = Date.parse('2026-11-23T15:00:00+09:00');
  const trial = (policy = DEFAULT_GATE_POLICY) =>
    tryBroadcast(sampleOf('date', null, now, japaneseTexts.t), policy, now);

  it('goes by the levels of the policy', () => {
    const checkLevels = { ...DEFAULT_GATE_POLICY.checkLevels, 'past-date': 'off' as const };
    expect(trial().findings.map(({ check }) => check)).toContain('past-date');
    expect(trial({ ...DEFAULT_GATE_POLICY, checkLevels }).findings).toEqual([]);
  });

  it('asks the questions of the policy that apply', () => {
    const shared = { text: { ja: '店長に電話しましたか' }, kind: 'tick' as const };
    const customItems = [
      { ...shared, id: 'call', when: 'always' as const },
      { ...shared, id: 'large', when: [{ if: 'large' as const }] },
    ];
    const policy = { ...DEFAULT_GATE_POLICY, customItems };
    expect(trial(policy).custom.map(({ id }) => id)).toEqual(['call']);
    expect(trial({ ...policy, largeAudience: 100 }).custom.map(({ id }) => id)).toEqual(['call', 'large']);
  });
});
