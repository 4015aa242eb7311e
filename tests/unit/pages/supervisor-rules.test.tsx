// @vitest-environment jsdom
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RULE_KEYS, RULES } from '../../../src/domain/policy/rules.ts';
import { TEMPLATES } from '../../../src/domain/policy/templates.ts';
import { CHOICE_WORDS } from '../../../src/pages/policy-words/rule-choices.ts';
import { QUESTION_RULES, RULE_GROUPS } from '../../../src/pages/policy-words/rule-groups.ts';
import { valueWords } from '../../../src/pages/policy-words/value-words.ts';
import { NUMBER_LIMITS } from '../../../src/pages/supervisor/rule-limits.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { openSupervisor } from '../../support/pages/supervisor-bench.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BOT = `U${'0123456789abcdef'.repeat(2)}`;

describe('the rules on the page', () => {
  it('are all of the table, each once', () => {
    const shown = [...RULE_GROUPS.flatMap(({ rules }) => rules), ...QUESTION_RULES];
    expect(shown.toSorted()).toEqual(RULE_KEYS.toSorted());
  });

  it('can all be decided and left open again, with their help, beginning with the standard', async () => {
    const { page, decide, rule, draft } = await openSupervisor();
    for (const name of RULE_GROUPS.flatMap(({ rules }) => rules)) {
      await decide(name);
      expect(draft()[name], name).toEqual(RULES[name].standard);
      expect(rule(name).querySelector('.field-help')?.textContent, name).toBe(
        japaneseTexts.t(RULES[name].help as 'policyHelpLock'),
      );
    }
    for (const name of RULE_GROUPS.flatMap(({ rules }) => rules)) await decide(name);
    expect(draft()).toEqual({ version: 2 });
    expect(page.text()).toContain('決めていません（はじめの値：守る（おすすめ））');
  });

  it.each(Object.entries(CHOICE_WORDS))('%s offers every word that its schema takes', (name, words) => {
    const key = RULE_KEYS.find((other) => other === name) ?? 'lock';
    for (const word of Object.keys(words)) expect(v.is(RULES[key].schema, word)).toBe(true);
    const taken = [
      'off',
      'observe',
      'enforce',
      'never',
      'large',
      'always',
      'all',
      'unknown',
      'narrowed',
      'reason',
      'reason-and-name',
      'none',
      'first20',
      'full',
      'JP',
      'TH',
      'TW',
      'OTHER',
      'auto',
      'ja',
      'en',
      'zh_TW',
      'th',
    ].filter((word) => v.is(RULES[key].schema, word));
    expect(taken.toSorted()).toEqual(Object.keys(words).toSorted());
  });

  it.each(Object.entries(NUMBER_LIMITS))('%s has the limits of its schema', (name, { least, most }) => {
    const key = RULE_KEYS.find((other) => other === name) ?? 'lock';
    expect([least - 1, least, most, most + 1].map((value) => v.is(RULES[key].schema, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('take a number, and keep what was typed beside the reason where it is none', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    await decide('leadMinutes');
    await page.enter(input('rule-leadMinutes'), '３０');
    expect(draft()['leadMinutes']).toBe(30);
    await page.enter(input('rule-leadMinutes'), '2000');
    expect([draft()['leadMinutes'], input('rule-leadMinutes').value]).toEqual([30, '2000']);
    expect(page.find('#rule-leadMinutes-error').textContent).toContain('0から1440まで');
  });

  it('take words, days and hosts one a line, and name the first that is none', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    await decide('holidays');
    await page.enter(input('rule-holidays'), ' 2027-01-01\n\n2027-01-02\n2027-01-01');
    expect(draft()['holidays']).toEqual(['2027-01-01', '2027-01-02']);
    await page.enter(input('rule-holidays'), '2027-01-01\nお正月');
    expect(draft()['holidays']).toEqual(['2027-01-01', '2027-01-02']);
    expect(page.find('#rule-holidays-error').textContent).toContain('「お正月」は使えません');
    await decide('ownLinkHosts');
    await page.enter(input('rule-ownLinkHosts'), 'Example.jp');
    expect(draft()['ownLinkHosts']).toEqual(['example.jp']);
    await page.enter(input('rule-ownLinkHosts'), ' ');
    expect(draft()['ownLinkHosts']).toBeNull();
    await decide('cautionWords');
    await page.enter(input('rule-cautionWords'), Array.from({ length: 201 }, (_, n) => `語${n}`).join('\n'));
    expect(page.find('#rule-cautionWords-error').textContent).toContain('数が多すぎます');
  });

  it('take apologies of several lines, parted by a blank one, and one correction', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    await decide('apologyTexts');
    await page.enter(input('rule-apologyTexts'), '失礼しました。\n先ほどの件です。\n\n申し訳ありません。');
    expect(draft()['apologyTexts']).toEqual(['失礼しました。\n先ほどの件です。', '申し訳ありません。']);
    await decide('correctionText');
    await page.enter(input('rule-correctionText'), '訂正\n\nします');
    expect(draft()['correctionText']).toBe('訂正\n\nします');
    await page.enter(input('rule-correctionText'), '長'.repeat(501));
    expect(draft()['correctionText']).toBe('訂正\n\nします');
    expect(page.find('#rule-correctionText-error').textContent).toContain('は使えません');
  });

  it('take hours, two times that go together, and windows of accounts', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    for (const name of ['quietHours', 'warn', 'windows']) await decide(name);
    await page.enter(input('rule-quietHours-from'), '20:30');
    expect(draft()['quietHours']).toEqual({ from: 1_230, to: 480 });
    await page.enter(input('rule-warn-urgent'), '30');
    expect(draft()['warn']).toEqual({ warnMinutes: 10, urgentMinutes: 5 });
    expect(page.find('#rule-warn-urgent-error').textContent).toContain('10');
    await page.enter(input('rule-windows-new'), 'U12');
    await page.click(page.find('#rule-windows-new + button'));
    expect(page.find('#rule-windows-new-error').textContent).toContain('33文字');
    await page.enter(input('rule-windows-new'), BOT);
    await page.click(page.find('#rule-windows-new + button'));
    await page.enter(input(`rule-windows-${BOT}`), 'day');
    expect(draft()['windows']).toEqual({
      [BOT]: { mode: 'day', checkedAt: Date.parse('2026-11-23T15:00:00+09:00') },
    });
    await page.enter(input(`rule-windows-${BOT}`), 'custom');
    await page.enter(input(`rule-windows-${BOT}-minutes`), '90');
    expect(draft()['windows']).toEqual({ [BOT]: { mode: 'custom', minutes: 90 } });
    await page.click(page.button('削除 U0123'));
    expect(draft()['windows']).toEqual({});
  });

  it('say of each check what is made of it, and leave others open', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    await decide('checkLevels');
    await page.enter(input('rule-checkLevels-voom-on'), 'block');
    expect(draft()['checkLevels']).toMatchObject({ 'voom-on': 'block', 'past-date': 'warn' });
    await page.enter(input('rule-checkLevels-past-date'), '');
    expect(Object.hasOwn(Object(draft()['checkLevels']), 'past-date')).toBe(false);
    const offered = page
      .all('#rule-checkLevels-changed-after-approval option')
      .map((option) => option.textContent);
    expect(offered).toEqual(['決めない（今は「止める」）', '止める']);
  });

  it('say where a value is laxer than the standard, and what that comes to', async () => {
    const { page, decide, input } = await openSupervisor({ version: 2, largeAudience: 500 });
    expect(page.all('.hint')).toEqual([]);
    await page.enter(input('rule-largeAudience'), '5000');
    expect(page.find('.hint').textContent).toContain('はじめの値（1,000）よりゆるい');
    await decide('largeAudience');
    await page.enter(input('rule-items-links'), 'never');
    expect(page.find('.hint').textContent).toContain('はじめの値よりゆるい');
  });

  it('are those of one account where one was chosen, over those for all', async () => {
    const { page, decide, input, draft, rule } = await openSupervisor({ version: 2, leadMinutes: 20 });
    await page.enter(input('account-new'), 'bakery');
    await page.click(page.button('このアカウントのルールを開く'));
    expect(page.find('#account-new-error').textContent).toContain('@で始まるID');
    await page.enter(input('account-new'), '＠bakery');
    await page.click(page.button('このアカウントのルールを開く'));
    expect(page.all('[data-rule=lock]')).toEqual([]);
    expect(rule('leadMinutes').textContent).toContain('すべてのアカウントと同じです（20）');
    await decide('leadMinutes');
    await page.enter(input('rule-leadMinutes'), '60');
    expect(draft()).toEqual({ version: 2, leadMinutes: 20, accounts: { '@bakery': { leadMinutes: 60 } } });
    await page.enter(input('account'), '');
    expect(input('rule-leadMinutes').value).toBe('20');
  });
});

it('every value of the templates has words', () => {
  const { rules } = TEMPLATES['public-body'];
  for (const key of RULE_KEYS) {
    const value = rules[key] ?? RULES[key].standard;
    const words = valueWords(key, value, japaneseTexts);
    expect(words.length, key).toBeGreaterThan(0);
    expect(words.join(), key).not.toMatch(/undefined|null|\[object|[a-z]-[a-z]/);
  }
});
