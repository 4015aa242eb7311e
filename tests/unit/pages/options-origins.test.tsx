// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Layers } from '../../../src/domain/policy/layer.ts';
import type { LayerProblem } from '../../../src/domain/policy/layer-problem.ts';
import type { Policy } from '../../../src/domain/policy/policy.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { SAKURA } from '../../support/pages/fake-popup-ports.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Given {
  readonly others?: Omit<Layers, 'own'>;
  readonly own?: Partial<Policy>;
  readonly problems?: readonly LayerProblem[];
}

async function show({ others = {}, own = {}, problems = [] }: Given) {
  const store = new FakePolicyStore(own);
  store.others = others;
  store.problems = problems;
  const page = await renderPage(
    <Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store })} />,
  );
  return { page, store };
}
const control = (page: RenderedPage, id: string) => page.find<HTMLInputElement>(`#${id}`);
const origin = (page: RenderedPage, id: string) => page.find(`#${id}-origin`);
const book = (rules: object) => ({ rules, accounts: {} });

describe('where a value comes from', () => {
  it.each<[string, Given, string, boolean]>([
    ['nobody', {}, 'はじめからの値', false],
    ['the operator', { own: { marginSeconds: 90 } }, 'このパソコンで選んだ値', false],
    [
      'a recommendation',
      { others: { 'managed-default': book({ marginSeconds: 90 }) } },
      '会社のおすすめの値（変更できます）',
      false,
    ],
    [
      'an administrator',
      { others: { 'managed-locked': book({ marginSeconds: 90 }) } },
      '会社が固定した値です。変更したいときは、管理する人に相談してください。',
      true,
    ],
    [
      'a signed policy',
      { others: { signed: book({ marginSeconds: 90 }) } },
      '署名つきの設定で固定した値です。変更したいときは、管理する人に相談してください。',
      true,
    ],
    [
      'the operator, who had been stricter',
      { others: { 'managed-locked': book({ marginSeconds: 90 }) }, own: { marginSeconds: 200 } },
      '会社が固定した項目です。会社の値より厳しい、前からの値を使っています。',
      true,
    ],
  ])('is said: %s', async (_who, given, words, isLocked) => {
    const { page } = await show(given);
    expect(origin(page, 'margin').textContent).toBe(words);
    expect(control(page, 'margin').disabled).toBe(isLocked);
    expect(control(page, 'margin').getAttribute('aria-describedby')?.split(' ')).toContain('margin-origin');
    expect(origin(page, 'margin').querySelector('svg') !== null).toBe(isLocked);
  });

  it('is said of every field', async () => {
    const { page } = await show({});
    const fields = page.all('.field select, .field input:not([type=password]), .field textarea');
    expect(fields.length).toBeGreaterThan(10);
    // What is typed for a new entry is no setting yet.
    const settings = fields.filter((field) => field.closest('.new-entry') === null);
    expect(settings.filter(({ id }) => page.all(`#${id}-origin`).length !== 1)).toEqual([]);
  });

  it.each([
    ['gate-lock', { lock: 'enforce' }],
    ['gate-largeAudience', { largeAudience: 10 }],
    ['gate-quiet-from', { quietHours: { from: 0, to: 60 } }],
    ['gate-quiet-to', { quietHours: { from: 0, to: 60 } }],
    ['gate-second', { secondPerson: 'always' }],
    ['gate-words', { cautionWords: ['必ず'] }],
    ['language', { language: 'ja' }],
    ['retention', { retentionDays: 30 }],
    ['region', { region: 'TH' }],
    ['warn', { warn: { warnMinutes: 9, urgentMinutes: 3 } }],
    ['urgent', { warn: { warnMinutes: 9, urgentMinutes: 3 } }],
  ])('locks the field %s, and no other is locked without its rule', async (id, rules) => {
    const { page } = await show({ others: { 'managed-locked': book(rules) } });
    const locked = page.all('.field :disabled').map((element) => element.id);
    expect(locked).toContain(id);
    expect(locked.length).toBeLessThanOrEqual(2);
  });

  it('follows a policy that arrives while the page is open', async () => {
    const { page, store } = await show({});
    store.others = { 'managed-locked': book({ marginSeconds: 90 }) };
    await store.change((policy) => policy);
    await page.pass(0);
    expect(control(page, 'margin').disabled).toBe(true);
  });

  it('is each account’s own: a fixed window is locked, another can be chosen', async () => {
    const locked = await show({
      others: { 'managed-locked': book({ windows: { [SAKURA]: { mode: 'hour' } } }) },
    });
    const radios = (page: RenderedPage) => page.all(`input[name="window-${SAKURA}"]:disabled`);
    expect(radios(locked.page)).toHaveLength(4);
    expect(locked.page.find(`fieldset.account`).textContent).toContain('会社が固定した値です');
    await locked.page.close();
    const other = { mode: 'hour' } as const;
    const free = await show({
      others: { 'managed-locked': book({ windows: { Uffffffffffffffffffffffffffffffff: other } }) },
      own: { windows: { [SAKURA]: other } },
    });
    expect(radios(free.page)).toHaveLength(0);
    expect(free.page.text()).toContain('このパソコンで選んだ値');
  });
});

describe('what is wrong with the policy', () => {
  it('is not spoken of where nothing is', async () => {
    const { page } = await show({});
    expect(page.all('.policy-problems')).toEqual([]);
  });

  it('is said with its place', async () => {
    const nowhere = { key: null, account: null, part: null };
    const { page } = await show({
      problems: [
        { ...nowhere, kind: 'gone' },
        { ...nowhere, kind: 'vanished', key: 'lock' },
        { ...nowhere, kind: 'invalid', key: 'items', account: '@bakery', part: 'when' },
      ],
    });
    const said = page.all('.policy-problems li').map((line) => line.textContent ?? '');
    expect(said).toEqual([
      expect.stringMatching(/^ ?会社の設定が、このパソコンから消えました/),
      expect.stringMatching(/^lock なくなったか/),
      expect.stringMatching(/^@bakery \/ items \/ when 正しくない値です/),
    ]);
  });
});
