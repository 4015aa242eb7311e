// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import type { Policy } from '../../../src/domain/policy/policy.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import type { OptionsPorts } from '../../../src/pages/options/options-ports.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

async function show(stored: Partial<Policy> = {}, changed: Partial<OptionsPorts> = {}) {
  const store = new FakePolicyStore(stored);
  const ports = fakeOptionsPorts({ policy: store, ...changed });
  const element = <Options inForce={store.inForce} ports={ports} />;
  return { page: await renderPage(element), store, element };
}
const input = (page: RenderedPage, id: string) => page.find<HTMLInputElement>(`#${id}`);
const error = (page: RenderedPage, id: string) => page.find(`#${id}-error`).textContent;
const fieldText = (page: RenderedPage, id: string) => input(page, id).closest('.field')?.textContent ?? '';

const NUMBERS = [
  { id: 'margin', read: (policy: Policy) => policy.marginSeconds, least: 0, most: 300, before: 60 },
  { id: 'warn', read: (policy: Policy) => policy.warn.warnMinutes, least: 5, most: 59, before: 10 },
  { id: 'urgent', read: (policy: Policy) => policy.warn.urgentMinutes, least: 1, most: 10, before: 5 },
  { id: 'retention', read: (policy: Policy) => policy.retentionDays, least: 1, most: 365, before: 90 },
] as const;

describe.each(NUMBERS)('the field $id', ({ id, read, least, most, before }) => {
  it.each([`${least}`, `${most}`, ` ${most} `, toFullWidth(most)])(
    'saves "%s" and says so',
    async (typed) => {
      const { page, store } = await show();
      await page.enter(input(page, id), typed);
      expect(read(store.stored)).toBe(Number(typed.normalize('NFKC')));
      expect(fieldText(page, id)).toContain('保存しました');
      expect(input(page, id).value).toBe(typed.normalize('NFKC').trim());
      expect(input(page, id).getAttribute('aria-invalid')).toBe('false');
    },
  );

  it.each(['', 'abc', '1.5', '-1', '1e2', '１０分', `${least - 1}`, `${most + 1}`, '99999999999'])(
    'does not save "%s", says what to enter and keeps the old value',
    async (typed) => {
      const { page, store } = await show();
      await page.enter(input(page, id), typed);
      expect(read(store.stored)).toBe(before);
      expect(input(page, id).getAttribute('aria-invalid')).toBe('true');
      expect(input(page, id).getAttribute('aria-describedby')?.split(' ')).toContain(`${id}-error`);
      expect(error(page, id)).toContain(`「${before}」のまま`);
      expect(fieldText(page, id)).not.toContain('保存しました');
    },
  );

  it('forgets the error when a good value follows', async () => {
    const { page, store } = await show();
    await page.enter(input(page, id), 'abc');
    await page.enter(input(page, id), String(least));
    expect(read(store.stored)).toBe(least);
    expect(error(page, id)).toBe('');
  });
});

describe('the two warnings', () => {
  it('refuse a strong warning that would come before the warning', async () => {
    const { page } = await show({ warn: { warnMinutes: 10, urgentMinutes: 5 } });
    await page.enter(input(page, 'urgent'), '11');
    expect(error(page, 'urgent')).toBe('注意の「10」以下にしてください。変更前の「5」のまま動いています。');
  });

  it('refuse a warning that would come after the strong warning', async () => {
    const { page } = await show({ warn: { warnMinutes: 10, urgentMinutes: 5 } });
    await page.enter(input(page, 'warn'), '4');
    expect(error(page, 'warn')).toBe('強い注意の「5」以上にしてください。変更前の「10」のまま動いています。');
  });
});

describe('an error', () => {
  it('changes its language with the page', async () => {
    const { page, element } = await show();
    await page.enter(input(page, 'margin'), 'abc');
    await page.redraw(element, { t: (key) => `translated ${key}`, languageTag: 'en' });
    expect(error(page, 'margin')).toBe('translated optionsNumberError');
  });
});

describe('saving', () => {
  it('says when it did not work', async () => {
    const { page, store } = await show();
    store.failing = true;
    await page.enter(input(page, 'margin'), '30');
    expect(fieldText(page, 'margin')).toContain('保存できませんでした');
  });

  it('keeps what another tab has changed meanwhile', async () => {
    const { page, store } = await show();
    store.stored = { ...store.stored, retentionDays: 30 };
    await page.enter(input(page, 'margin'), '30');
    expect(store.stored).toMatchObject({ retentionDays: 30, marginSeconds: 30 });
  });

  it('shows a value that another tab has changed', async () => {
    const { page, store } = await show();
    await store.change((last) => ({ ...last, marginSeconds: 15 }));
    await page.pass(100);
    expect(input(page, 'margin').value).toBe('15');
  });

  it('shows the sign only beside the field that was saved last', async () => {
    const { page } = await show();
    await page.enter(input(page, 'margin'), '30');
    await page.enter(input(page, 'retention'), '30');
    expect(fieldText(page, 'margin')).not.toContain('保存しました');
    expect(fieldText(page, 'retention')).toContain('保存しました');
  });
});

describe('the region', () => {
  const HINT = 'ブラウザーの言語から見ると';

  it('is saved as it was chosen', async () => {
    const { page, store } = await show();
    await page.enter(page.find<HTMLSelectElement>('#region'), 'TH');
    expect(store.stored.region).toBe('TH');
  });

  it.each([
    { browserLanguage: 'th', firstVisit: true, region: 'JP', hint: '「タイ」' },
    { browserLanguage: 'zh-TW', firstVisit: true, region: 'JP', hint: '「台湾」' },
    { browserLanguage: 'ja', firstVisit: true, region: 'OTHER', hint: '「日本」' },
    { browserLanguage: 'ja', firstVisit: true, region: 'JP', hint: null },
    { browserLanguage: 'en-US', firstVisit: true, region: 'JP', hint: null },
    { browserLanguage: 'th', firstVisit: false, region: 'JP', hint: null },
  ] as const)('is only hinted at: $browserLanguage, first visit $firstVisit', async (visit) => {
    const { page, store } = await show({ region: visit.region }, visit);
    expect(page.text().includes(HINT)).toBe(visit.hint !== null);
    if (visit.hint !== null) expect(page.find('.hint').textContent).toContain(visit.hint);
    expect(store.stored.region).toBe(visit.region);
  });
});

describe('the language', () => {
  it('is offered under its own name and saved as it was chosen', async () => {
    const { page, store } = await show();
    const names = page.all('#language option').map((option) => `${option.lang}:${option.textContent}`);
    expect(names).toEqual([':ブラウザーと同じ', 'ja:日本語', 'en:English', 'zh-TW:繁體中文', 'th:ไทย']);
    await page.enter(page.find<HTMLSelectElement>('#language'), 'th');
    expect(store.stored.language).toBe('th');
  });
});

describe('what is said about the times', () => {
  it('calls them an estimate that does not come from LINE', async () => {
    const { page } = await show();
    expect(page.text()).toContain('目安です。LINEから提供された情報ではありません。');
    expect(page.text()).toContain('2025年');
    expect(page.text()).toContain('すでに読まれている場合があります');
    expect(page.text()).toContain('非公式');
  });

  it.each([
    { days: 179, isOld: false },
    { days: 182, isOld: true },
  ])('warns after $days days without a new check of the limits: $isOld', async ({ days, isOld }) => {
    vi.setSystemTime(Date.parse('2026-11-22T00:00:00+09:00') + days * DAY);
    const { page } = await show();
    expect(page.text()).toContain('期限の情報を確認した日：2026年11月22日');
    expect(page.text().includes('期限の情報が古くなっています')).toBe(isOld);
  });
});

function toFullWidth(value: number): string {
  return String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}
