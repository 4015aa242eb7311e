import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  PASSPHRASE_STEPS,
  type PolicyEvent,
  type RuleChange,
} from '../../../src/domain/journal/policy-event.ts';
import { RULE_KEYS } from '../../../src/domain/policy/rules.ts';
import { NAMES, nameWords, RANKS, rankWords } from '../../../src/pages/policy-words/name-lines.ts';
import { CHOICE_WORDS } from '../../../src/pages/policy-words/rule-choices.ts';
import { RULE_NAMES } from '../../../src/pages/policy-words/rule-names.ts';
import { RULE_WORDS, VALUE_WORDS } from '../../../src/verifier/rule-words.ts';
import { rulesLines } from '../../../src/verifier/rules-lines.ts';
import type { RulesNote } from '../../../src/verifier/rules-note.ts';
import { ENGLISH } from '../../../src/verifier/words-en.ts';
import { JAPANESE } from '../../../src/verifier/words-ja.ts';
import { BAKERY } from '../../support/broadcasts.ts';

const WHEN = Date.UTC(2026, 10, 23, 9, 5);
const policy = (said: Partial<PolicyEvent>): RulesNote => ({
  kind: 'rules',
  at: 12,
  when: WHEN,
  by: said.origin ?? 'managed',
  event: { kind: 'policy', before: null, after: null, keys: [], kept: [], ...said },
});
const japanese = (said: Partial<PolicyEvent>) => rulesLines(policy(said), JAPANESE.rules);
const LOCK_OFF = { rule: 'lock', account: null, before: 'enforce', after: 'off' } as const;

describe('the verifier', () => {
  it('says who changed which rule, when, and from what to what', () => {
    const said: Partial<PolicyEvent> = { origin: 'own', keys: ['lock'], changes: [LOCK_OFF], more: 4 };
    expect(japanese(said)).toEqual([
      '記録番号12（2026-11-23 09:05 UTC、そのパソコンの設定）ブラウザーで止める：守る（おすすめ） → 使わない',
      '記録番号12（2026-11-23 09:05 UTC、そのパソコンの設定）ほかに4件',
    ]);
    expect(rulesLines(policy(said), ENGLISH.rules)[0]).toBe(
      'Entry 12 (2026-11-23 09:05 UTC, at that computer): Hold in the browser: Guard (recommended) → Do not use',
    );
  });

  it.each<[RuleChange, string]>([
    [{ ...LOCK_OFF, before: null }, 'ブラウザーで止める：決まりなし → 使わない'],
    [
      { rule: 'items', account: BAKERY, before: 'test=never', after: 'test=always' },
      '@bakery 確認の項目：テスト配信：たずねない → テスト配信：いつも',
    ],
    [
      { rule: 'cautionWords', account: null, before: '', after: '必ず\n絶対' },
      '注意する言葉：加わった内容は「必ず、絶対」',
    ],
    [
      { rule: 'ownLinkHosts', account: null, before: 'a.example', after: '*' },
      '自社のサイト：a.example → 限定なし',
    ],
    [
      { rule: 'approvers', account: null, before: '山田', after: '山田' },
      '確認者：「山田」の、記録に残さない内容が変わりました',
    ],
    [
      { rule: 'warn', account: null, before: '10 / 5', after: '9 / 3', isDefault: true },
      '残り時間の色を変える時間（おすすめの値）：10 / 5 → 9 / 3',
    ],
    [{ rule: 'moon', account: null, before: 'a=b', after: '' }, 'moon：なくなった内容は「a=b」'],
  ])('says %j', (change, words) => {
    const [line] = japanese({ origin: 'signed', changes: [change] });
    expect(line).toBe(`記録番号12（2026-11-23 09:05 UTC、署名つきの設定）${words}`);
  });

  it('says of an entry from before values were kept which rules they were, and what holds on', () => {
    expect(japanese({ keys: ['lock', 'items'], kept: ['lock'] })).toEqual([
      expect.stringContaining('変わった項目：ブラウザーで止める、確認の項目（値は残っていません）'),
      expect.stringContaining('前の値を使っている項目：ブラウザーで止める'),
    ]);
  });

  it('says every use of the passphrase in words of its own', () => {
    for (const { rules } of [JAPANESE, ENGLISH]) {
      const lines = PASSPHRASE_STEPS.map((step) =>
        rulesLines({ kind: 'passphrase', at: 12, when: WHEN, by: 'own', step }, rules).join(),
      );
      expect(new Set(lines).size).toBe(PASSPHRASE_STEPS.length);
    }
  });

  it('hands nothing of a forged entry on that a terminal could take for a command', () => {
    const odd = { rule: 'lo\u001b[2Jck', account: null, before: '\u0007', after: '\u202eoff' };
    expect(japanese({ changes: [odd] }).join('')).not.toMatch(/\p{C}/u);
  });
});

describe('the verifier’s words for rules', () => {
  const catalogue = (language: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
  it.each([
    ['ja', 0],
    ['en', 1],
  ] as const)('are those of Matta’s pages (%s)', (language, place) => {
    const texts = catalogue(language);
    const t = (key: string) => texts[key]?.message ?? key;
    const names = RULE_KEYS.map((key) => [key, t(RULE_NAMES[key])]);
    expect(RULE_KEYS.map((key) => [key, RULE_WORDS[key][place]])).toEqual(names);
    const choices = Object.entries(CHOICE_WORDS).flatMap(([rule, words]) =>
      Object.entries(words).map(([word, key]) => [`${rule} ${word}`, t(key)]),
    );
    const named = (['items', 'checkLevels'] as const).flatMap((rule) => [
      ...RANKS[rule].map((rank) => [`${rule} ${rank}`, rankWords(rule, rank, t)]),
      ...NAMES[rule].map((name) => [`${rule} ${name}`, nameWords(rule, name, t)]),
    ]);
    const own = Object.entries(VALUE_WORDS).map(([word, both]) => [word, both[place]]);
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries([...choices, ...named]));
  });
});
