// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomItem } from '../../../src/domain/policy/custom-item.ts';
import { openSupervisor } from '../../support/pages/supervisor-bench.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const item = (id: string): CustomItem => ({ id, text: { ja: `質問${id}` }, when: 'always', kind: 'tick' });
const THREE = { version: 2, customItems: [item('a'), item('b'), item('c')] };

async function open(stored?: unknown) {
  const bench = await openSupervisor(stored);
  const { page, draft } = bench;
  const own = () => page.all('fieldset.rule').at(-1) ?? page.root;
  return {
    ...bench,
    items: () => (draft()['customItems'] ?? []) as readonly CustomItem[],
    ids: () => ((draft()['customItems'] ?? []) as readonly CustomItem[]).map(({ id }) => id),
    add: () => page.click(page.button('質問を追加する')),
    save: () => page.click(page.button('この質問を保存する')),
    /** A button of the question at this place. */
    press: (place: number, words: string) => {
      const buttons = own().querySelectorAll('.question-row').item(place).querySelectorAll('button');
      const wanted = [...buttons].find((button) => button.textContent === words);
      return page.click(wanted ?? page.root);
    },
  };
}

describe('the items that are asked', () => {
  it('are said one by one, the three that decide never "never"', async () => {
    const { page, input, draft } = await open();
    await page.enter(input('rule-items-links'), 'always');
    expect(draft()).toEqual({ version: 2, items: { links: 'always' } });
    const offered = (name: string) =>
      page.all(`#rule-items-${name} option`).map((option) => option.textContent);
    expect(offered('links')).toEqual([
      '決めない（今は「大人数のときだけ」）',
      'いつも',
      '大人数のときだけ',
      'たずねない',
    ]);
    expect(offered('people')).not.toContain('たずねない');
  });
});

describe('a question of the supervisor’s own', () => {
  it('is written in two languages and ticked', async () => {
    const { page, input, items, add, save } = await open();
    await add();
    expect(document.activeElement?.id).toBe('question-text-ja');
    await page.enter(input('question-text-ja'), '店長に電話しましたか');
    await page.enter(input('question-text-en'), 'Did you call the manager?');
    await save();
    expect(items()).toEqual([
      {
        id: expect.stringMatching(/^q-[0-9a-f]{8}$/),
        text: { ja: '店長に電話しましたか', en: 'Did you call the manager?' },
        kind: 'tick',
        when: 'always',
      },
    ]);
    expect(page.all('.question')).toEqual([]);
  });

  it('is written beside another language', async () => {
    const { page, input, items, add, save } = await open();
    await add();
    await page.enter(input('question-text-ja'), '在庫は足りますか');
    await page.enter(input('question-language'), 'th');
    await page.enter(input('question-text-th'), 'สินค้าพอหรือไม่');
    await save();
    expect(items()[0]?.text).toEqual({ ja: '在庫は足りますか', th: 'สินค้าพอหรือไม่' });
  });

  it('is a choice, of which the empty ones are left out and one at least is right', async () => {
    const { page, input, items, add, save } = await open();
    await add();
    await page.enter(input('question-text-ja'), '期限はいつですか');
    await page.enter(input('question-kind'), 'choice');
    await page.enter(input('choice-0-ja'), '今月末');
    await save();
    expect(page.text()).toContain('選択肢を2つ以上');
    expect(items()).toEqual([]);
    await page.click(page.button('選択肢を増やす'));
    await page.enter(input('choice-2-ja'), '来月末');
    await save();
    expect(items()[0]).toMatchObject({
      kind: 'choice',
      choices: [
        { text: { ja: '今月末' }, isRight: true },
        { text: { ja: '来月末' }, isRight: false },
      ],
    });
  });

  it.each([
    { kind: 'number', field: 'question-number', typed: '１２', item: { kind: 'number', right: 12 } },
    { kind: 'number', field: 'question-number', typed: '', item: { kind: 'number', right: null } },
    {
      kind: 'word',
      field: 'question-words',
      typed: 'はい\n\n OK',
      item: { kind: 'word', right: ['はい', 'OK'] },
    },
  ])('is answered with a $kind: "$typed"', async ({ kind, field, typed, item: expected }) => {
    const { page, input, items, add, save } = await open();
    await add();
    await page.enter(input('question-text-ja'), '何個ですか');
    await page.enter(input('question-kind'), kind);
    await page.enter(input(field), typed);
    await save();
    expect(items()).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    {
      what: 'without words',
      kind: 'tick',
      field: 'question-text-en',
      typed: 'only English',
      said: '質問を日本語で入力してください',
    },
    {
      what: 'with no number',
      kind: 'number',
      field: 'question-number',
      typed: '十',
      said: '0以上の整数を入力するか',
    },
    {
      what: 'without a right word',
      kind: 'word',
      field: 'question-words',
      typed: ' ',
      said: '1つから10個まで',
    },
  ])('is not kept $what, and everything stays as typed', async ({ what, kind, field, typed, said }) => {
    const { page, input, items, add, save } = await open();
    await add();
    if (what !== 'without words') await page.enter(input('question-text-ja'), '何個ですか');
    await page.enter(input('question-kind'), kind);
    await page.enter(input(field), typed);
    await save();
    expect(page.text()).toContain(said);
    expect(input(field).value).toBe(typed);
    expect(items()).toEqual([]);
  });

  it('is asked where all of its conditions hold, and always without them', async () => {
    const { page, input, items, add, save } = await open();
    const option = (words: string) =>
      page
        .all('#condition option')
        .find(({ textContent }) => textContent === words)
        ?.getAttribute('value') ?? '';
    await add();
    await page.enter(input('question-text-ja'), 'クーポンの期限は');
    await page.enter(input('condition'), option('大人数のとき'));
    await page.enter(input('condition'), option('クーポンがあるとき'));
    expect(page.all('#condition option').map(({ textContent }) => textContent)).not.toContain('大人数のとき');
    await page.enter(input('condition-accounts'), '@bakery、cafe');
    await page.click(page.button('追加'));
    expect(page.find('#condition-accounts-error').textContent).toContain('@で始まるID');
    await page.enter(input('condition-accounts'), '@bakery、@cafe');
    await page.click(page.button('追加'));
    await page.click(page.all('.condition button')[0] ?? page.root);
    await save();
    expect(items()[0]?.when).toEqual([
      { if: 'contains', what: 'coupon' },
      { if: 'account', in: ['@bakery', '@cafe'] },
    ]);
    expect(page.find('.question-row').textContent).toContain(
      'クーポンがあるとき、かつ@bakery, @cafeから送るとき',
    );
  });

  it('is changed in its place and keeps its name, or is left as it was', async () => {
    const { page, input, items, ids, press, save } = await open(THREE);
    await press(1, '編集');
    await page.enter(input('question-text-ja'), '書き直し');
    await page.click(page.button('やめる'));
    expect(items()[1]?.text.ja).toBe('質問b');
    await press(1, '編集');
    await page.enter(input('question-text-ja'), '書き直し');
    await save();
    expect([ids(), items()[1]?.text.ja]).toEqual([['a', 'b', 'c'], '書き直し']);
  });

  it('leaves the others where they are while it is written, and writes over none that another tab has moved', async () => {
    const { page, input, ids, items, press, save, store } = await open(THREE);
    await press(1, '編集');
    const buttons = page.all('.question-row button') as readonly HTMLButtonElement[];
    expect(buttons.filter(({ disabled }) => !disabled)).toEqual([]);
    expect(page.all('.question-row[draggable=true]')).toEqual([]);
    await page.enter(input('question-text-ja'), '書き直し');
    store.change({ version: 2, customItems: [item('b'), item('c')] });
    await page.pass(0);
    await save();
    expect(ids()).toEqual(['b', 'c', 'b']);
    expect(items().map(({ text }) => text.ja)).toEqual(['質問b', '質問c', '書き直し']);
  });

  it('gives the focus back when its form closes, and to its neighbour when it goes', async () => {
    const { page, add, press, save, input } = await open(THREE);
    const focused = () => [
      document.activeElement?.textContent,
      document.activeElement?.closest('li')?.dataset['question'],
    ];
    await press(1, '編集');
    await save();
    expect(focused()).toEqual(['編集', 'b']);
    await add();
    await page.click(page.button('やめる'));
    expect(focused()).toEqual(['質問を追加する', undefined]);
    await add();
    await page.enter(input('question-text-ja'), '新しい質問');
    await save();
    expect(focused()).toEqual(['編集', expect.stringMatching(/^q-/)]);
    await press(1, '削除');
    expect(focused()).toEqual(['上へ', 'c']);
  });

  it('is removed; without any the draft says nothing of them', async () => {
    const { ids, press, draft } = await open(THREE);
    await press(1, '削除');
    expect(ids()).toEqual(['a', 'c']);
    await press(0, '削除');
    await press(0, '削除');
    expect(draft()).toEqual({ version: 2 });
  });

  it('moves by its buttons, which keep the focus and say where it is', async () => {
    const { page, ids, press } = await open(THREE);
    await press(0, '下へ');
    expect(ids()).toEqual(['b', 'a', 'c']);
    expect(document.activeElement).toBe(page.all('.question-row')[1]?.querySelector('[data-way=down]'));
    await press(1, '下へ');
    expect(ids()).toEqual(['b', 'c', 'a']);
    // The way on is closed; the way back is where to go from here.
    expect(document.activeElement).toBe(page.all('.question-row')[2]?.querySelector('[data-way=up]'));
    expect(page.text()).toContain('3番目に移しました。');
  });

  it('is dragged to another place', async () => {
    const { page, ids } = await open(THREE);
    const rows = page.all('.question-row');
    await act(() => void rows[2]?.dispatchEvent(new Event('dragstart', { bubbles: true })));
    const over = new Event('dragover', { bubbles: true, cancelable: true });
    rows[0]?.dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    await act(() => void rows[0]?.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true })));
    expect(ids()).toEqual(['c', 'a', 'b']);
  });

  it('belongs to all accounts until one is given its own, which may be none', async () => {
    const { page, input, draft, press } = await open({ version: 2, customItems: [item('a')] });
    await page.enter(input('account-new'), '@bakery');
    await page.click(page.button('このアカウントのルールを開く'));
    expect(page.all('.question-row')).toEqual([]);
    const own = page.all('fieldset.rule').at(-1)?.querySelector('input');
    await page.click(own ?? page.root);
    await press(0, '削除');
    expect(draft()).toMatchObject({ customItems: [item('a')], accounts: { '@bakery': { customItems: [] } } });
    await page.click(own ?? page.root);
    expect(draft()).toEqual({ version: 2, customItems: [item('a')] });
  });

  it('can be seen as it is asked, in order, behind Matta’s own', async () => {
    const { page } = await open({ ...THREE, secondPerson: 'always' });
    const preview = page.find('details > .preview');
    expect(preview.textContent).toContain('作った人とは別の人が、確認しましたか いつも');
    expect([...preview.children].slice(-3).map(({ textContent }) => textContent)).toEqual([
      '質問aいつも',
      '質問bいつも',
      '質問cいつも',
    ]);
  });
});
