// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { policyText } from '../../../src/domain/policy/policy-text.ts';
import { TEMPLATES } from '../../../src/domain/policy/templates.ts';
import { draftStore } from '../../../src/pages/supervisor/draft-store.ts';
import { openSupervisor } from '../../support/pages/supervisor-bench.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SHOP = { ...TEMPLATES['small-shop'].rules, version: 2 };
const textOf = (rules: object) => JSON.stringify({ ...rules, version: 2 });

describe('a draft', () => {
  it('begins with a template, at once where there is nothing yet', async () => {
    const { page, draft } = await openSupervisor();
    const [, company] = page.all('.templates button');
    await page.click(company ?? page.root);
    expect(draft()).toEqual({ ...TEMPLATES['company-review'].rules, version: 2 });
    expect(page.text()).toContain('下書きができました。2へ進み');
  });

  it('is replaced by a template only after somebody has seen what changes', async () => {
    const { page, draft, question } = await openSupervisor(SHOP);
    const [, , body] = page.all('.templates button');
    await page.click(body ?? page.root);
    expect(draft()).toEqual(SHOP);
    expect(question().textContent).toContain('ゆるくなるもの：1項目');
    expect(document.activeElement).toBe(question());
    await page.click(page.button('やめる'));
    expect(draft()).toEqual(SHOP);
    await page.click(page.all('.templates button')[2] ?? page.root);
    await page.click(page.button('下書きを置き換える'));
    expect(draft()).toMatchObject({ secondPerson: 'always', journalRetentionDays: 1_826 });
    expect(page.all('.question')).toEqual([]);
  });

  it('comes from a file, after its difference was read line by line', async () => {
    const { page, draft, choose } = await openSupervisor(SHOP);
    const items = { ...SHOP.items, links: 'always' };
    await choose(textOf({ ...SHOP, items, largeAudience: 500, cautionWords: ['必ず'] }));
    const changes = page.all('.change').map((change) => change.textContent);
    expect(changes).toEqual([
      '確認の項目厳しくなるリンク：大人数のときだけリンク：いつも',
      '大人数とみなす人数ゆるくなる300500',
      '注意する言葉厳しくなる決まりなし必ず',
    ]);
    await page.click(page.button('下書きを置き換える'));
    expect(draft()).toEqual({ ...SHOP, items, largeAudience: 500, cautionWords: ['必ず'] });
  });

  it('keeps what it does not know, and says so before and after', async () => {
    const { page, draft, choose, ports } = await openSupervisor();
    await choose(textOf({ lock: 'enforce', moonPhase: 'full', accounts: { '@bakery': { moonPhase: 1 } } }));
    expect(page.find('.question .notice').textContent).toContain('moonPhase：知らない項目です');
    await page.click(page.button('下書きを置き換える'));
    expect(draft()).toMatchObject({ moonPhase: 'full', accounts: { '@bakery': { moonPhase: 1 } } });
    expect(page.find('.notice').textContent).toContain('@bakery / moonPhase');
    await page.click(page.button('ファイルに保存する（JSON）'));
    expect(JSON.parse(ports.saveFile.mock.calls[0]?.[2].join('') ?? '')).toEqual(draft());
  });

  it('says where a file holds a damaged value, which becomes the strictest', async () => {
    const { page, choose } = await openSupervisor();
    await choose(textOf({ lock: 'sometimes', coolDownSeconds: 7 }));
    expect(page.find('.question .notice').textContent).toContain(
      'lock：正しくない値です。いちばん厳しい値に直しました。',
    );
    expect(page.find('.changes').textContent).toContain('守る');
  });

  it.each([
    { what: 'no JSON', text: '設定', said: '設定のファイルとして読めません' },
    { what: 'a list', text: '[]', said: 'このファイルは設定のファイルではありません' },
    { what: 'something else', text: '{"name":"x"}', said: '使える項目が1つもありません' },
    { what: '50 MB', text: '{}', size: 50_000_000, said: 'ファイルが大きすぎるか' },
  ])('stays as it is where the file is $what', async ({ text, size, said }) => {
    const { page, choose, draft } = await openSupervisor(SHOP);
    await choose(text, size);
    expect(page.find('#import-error').textContent).toContain(said);
    expect(page.all('.question')).toEqual([]);
    expect(draft()).toEqual(SHOP);
  });

  it('stays as it is where the file cannot be opened', async () => {
    const { page, choose, draft } = await openSupervisor(SHOP);
    await choose('{}', 2, true);
    expect(page.find('#import-error').textContent).toContain('ファイルを開けませんでした');
    expect(draft()).toEqual(SHOP);
  });

  it('is handed out as the text of the layer, under a name with the day', async () => {
    const { page, ports } = await openSupervisor(SHOP);
    await page.click(page.button('ファイルに保存する（JSON）'));
    const values = { ...TEMPLATES['small-shop'], unknown: {}, unknownOfAccounts: {} };
    expect(ports.saveFile).toHaveBeenCalledWith('matta-draft-2026-11-23.json', 'application/json', [
      policyText(values),
    ]);
  });

  it('cannot be handed out while it says nothing', async () => {
    const { page } = await openSupervisor();
    expect(page.button('ファイルに保存する（JSON）').disabled).toBe(true);
    expect(page.text()).toContain('まだ何も決めていません');
  });

  it('follows another tab, and is not thrown back by its own late news', async () => {
    const { page, store, input, draft } = await openSupervisor(SHOP);
    store.isLate = true;
    await page.enter(input('rule-leadMinutes'), '20');
    await page.enter(input('rule-leadMinutes'), '30');
    store.tell();
    await page.pass(0);
    expect([input('rule-leadMinutes').value, draft()['leadMinutes']]).toEqual(['30', 30]);
    store.tell();
    store.isLate = false;
    store.change({ ...SHOP, leadMinutes: 45 });
    await page.pass(0);
    expect(input('rule-leadMinutes').value).toBe('45');
  });

  it('says when it could not be kept', async () => {
    const { page, store, input } = await openSupervisor(SHOP);
    store.broken = true;
    await page.enter(input('rule-leadMinutes'), '20');
    expect(page.find('.notice[data-tone=urgent]').textContent).toContain('下書きを保存できませんでした');
    store.broken = false;
    await page.enter(input('rule-leadMinutes'), '21');
    expect(page.all('.notice[data-tone=urgent]')).toEqual([]);
  });
});

describe('the store of the draft', () => {
  it('lies beside the settings, and tells of its own key alone until it shall not', async () => {
    const kept: Record<string, unknown> = { policy: { lock: 'observe' } };
    const listeners = new Set<(changes: Record<string, { newValue?: unknown }>) => void>();
    const store = draftStore({
      get: async (key) => ({ [key]: kept[key] }),
      set: async (values) => void Object.assign(kept, values),
      onChanged: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    });
    await store.write({ lock: 'enforce' });
    expect(kept).toEqual({ policy: { lock: 'observe' }, 'policy-draft': { lock: 'enforce' } });
    expect(await store.read()).toEqual({ lock: 'enforce' });
    const news: unknown[] = [];
    const shown = new AbortController();
    store.watch((stored) => news.push(stored), shown.signal);
    for (const listener of listeners) listener({ policy: { newValue: 1 } });
    for (const listener of listeners) listener({ 'policy-draft': { newValue: 2 } });
    expect(news).toEqual([2]);
    shown.abort();
    expect(listeners.size).toBe(0);
  });
});
