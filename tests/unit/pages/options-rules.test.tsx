// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Layers } from '../../../src/domain/policy/layer.ts';
import type { RuleBook, RuleKey, RuleSet } from '../../../src/domain/policy/rules.ts';
import { ACCOUNT_RULE_KEYS, RULE_KEYS, RULES } from '../../../src/domain/policy/rules.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import { helpOf, RULE_NAMES } from '../../../src/pages/policy-words/rule-names.ts';
import { valueWords } from '../../../src/pages/policy-words/value-words.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function show(others: Omit<Layers, 'own'> = {}): Promise<RenderedPage> {
  const store = new FakePolicyStore();
  store.others = others;
  return renderPage(<Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store })} />);
}
const book = (rules: RuleSet, accounts: RuleBook['accounts'] = {}): RuleBook => ({ rules, accounts });
const shown = (page: RenderedPage, name: string) => page.all(`[data-rule="${name}"]`);
const linesIn = (element: Element | undefined) =>
  [...(element?.querySelectorAll('.value-lines li') ?? [])].map((line) => line.textContent);
/** Whoever asks for a second person decides as well who that may be. */
const settledWith = (key: RuleKey) => (key === 'secondPerson' ? [key, 'approvers'] : [key]);
const ANYWHERE = { '@bakery': { largeAudience: 30, secondPerson: 'always' } } as RuleBook['accounts'];

describe('all rules in force', () => {
  it.each(RULE_KEYS)(
    'have %s once, with its name, its help, its value in words and its origin',
    async (key) => {
      const page = await show();
      const [rule, ...more] = shown(page, key);
      expect(more).toEqual([]);
      expect(rule?.closest('details')?.querySelector('summary')).not.toBeNull();
      expect(rule?.textContent).toContain(t(RULE_NAMES[key]));
      expect(rule?.textContent).toContain(t(helpOf(key)));
      const { standard } = RULES[key];
      expect(linesIn(rule)).toEqual(valueWords(key, standard, japaneseTexts));
      expect(page.find(`#rule-${key}-origin`).textContent).toBe('はじめからの値');
      expect(page.all(`#rule-${key}-origin svg`)).toEqual([]);
    },
  );

  it.each(RULE_KEYS)('have a padlock at %s where a supervisor fixed it, and at no other', async (key) => {
    const { strictest } = RULES[key];
    const page = await show({ 'managed-locked': book({ [key]: strictest }) });
    const locked = page.all('.rule-shown .field-origin').filter((line) => line.querySelector('svg') !== null);
    expect(locked.map(({ id }) => id)).toEqual(settledWith(key).map((one) => `rule-${one}-origin`));
    expect(locked[0]?.textContent).toContain('会社が固定した');
  });

  it.each(ACCOUNT_RULE_KEYS)('say for which account %s is another, and why', async (key) => {
    const { strictest } = RULES[key];
    const accounts = { '@bakery': { [key]: strictest } } as RuleBook['accounts'];
    const page = await show({ signed: book({}, accounts) });
    const own = page.all('.rule-shown .rule-shown');
    expect(own.map((rule) => rule.closest('[data-rule]')?.getAttribute('data-rule'))).toEqual(
      settledWith(key),
    );
    expect(own[0]?.textContent).toContain('@bakery では');
    expect(page.find(`#rule-${key}-bakery-origin`).textContent).toContain('署名つきの設定で固定した');
    expect(page.all(`#rule-${key}-origin svg`)).toEqual([]);
  });

  it('count what is fixed in each group, if only for one account', async () => {
    const page = await show({ 'managed-locked': book({ lock: 'enforce' }, ANYWHERE) });
    const groups = page.all('.rules-group > summary').map((summary) => summary.textContent);
    expect(groups[0]).toBe('確認の質問 4項目（固定：2）');
    expect(groups[1]).toBe('止め方 5項目（固定：1）');
    expect(groups[2]).toBe('人数と日時 5項目（固定：1）');
  });

  it('say what is fixed of a rule that is fixed in part, or less strictly', async () => {
    const page = await show({ 'managed-locked': book({ items: { test: 'always' } }) });
    const [items] = shown(page, 'items');
    expect(items?.textContent).toContain('このうち、固定されている内容');
    expect(linesIn(items).at(-1)).toBe('テスト配信：いつも');
    expect(shown(page, 'lock')[0]?.textContent).not.toContain('このうち、固定されている内容');
  });

  it('show a long list in part, and the rest on demand', async () => {
    const words = Array.from({ length: 40 }, (_, n) => `言葉${n}`);
    const page = await show({ signed: book({ cautionWords: words, holidays: words.slice(0, 9) }) });
    const [rule] = shown(page, 'cautionWords');
    expect(rule?.querySelector('.value > .value-lines')?.children).toHaveLength(8);
    expect(rule?.querySelector('.value summary')?.textContent).toBe('残りの32件を見る');
    expect(linesIn(rule)).toHaveLength(40);
    expect(shown(page, 'holidays')[0]?.querySelector('.value summary')).toBeNull();
  });

  it('show a foreign text as text, whatever it looks like', async () => {
    const page = await show({ signed: book({ correctionText: '<b>\u202e訂正</b>' }) });
    const [rule] = shown(page, 'correctionText');
    expect(rule?.querySelector('b')).toBeNull();
    expect(rule?.querySelector('bdi')?.textContent).toBe('<b>\u202e訂正</b>');
  });

  it('follow a policy that arrives while the page is open', async () => {
    const store = new FakePolicyStore();
    const ports = fakeOptionsPorts({ policy: store });
    const page = await renderPage(<Options inForce={store.inForce} ports={ports} />);
    store.others = { 'managed-locked': book({ leadMinutes: 45 }) };
    await store.change((policy) => policy);
    await page.pass(0);
    expect(linesIn(shown(page, 'leadMinutes')[0])).toEqual(['45']);
  });
});
