// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_GATE_POLICY, type GatePolicy } from '../../../src/domain/policy/gate-policy.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function show(gate: Partial<GatePolicy> = {}) {
  const store = new FakePolicyStore({ gate: { ...DEFAULT_GATE_POLICY, ...gate } });
  const page = await renderPage(
    <Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store })} />,
  );
  return { page, store, gate: () => store.stored.gate };
}
const input = (page: RenderedPage, id: string) => page.find<HTMLInputElement>(`#${id}`);
const field = (page: RenderedPage, id: string) => input(page, id).closest('.field');
const error = (page: RenderedPage, id: string) => page.find(`#${id}-error`).textContent;
const warnings = (page: RenderedPage) => page.all('.gate-weak').map((warning) => warning.textContent ?? '');

describe('the layers of the gate', () => {
  it.each(['network', 'lock', 'button'] as const)(
    '%s is set in plain words and saved alone',
    async (layer) => {
      const { page, gate } = await show();
      const choices = page.all(`#gate-${layer} option`).map((option) => option.textContent);
      expect(choices).toEqual(['守る（おすすめ）', '記録だけ', '使わない']);
      await page.enter(input(page, `gate-${layer}`), 'observe');
      expect(gate()).toEqual({ ...DEFAULT_GATE_POLICY, [layer]: 'observe' });
      expect(field(page, `gate-${layer}`)?.textContent).toContain('保存しました');
    },
  );

  it('are warned about one by one where they do not hold', async () => {
    const { page } = await show();
    expect(warnings(page)).toEqual([]);
    await page.enter(input(page, 'gate-network'), 'off');
    expect(warnings(page)).toEqual([expect.stringContaining('「ブラウザーで止める」だけが頼り')]);
    await page.enter(input(page, 'gate-button'), 'observe');
    expect(warnings(page)).toHaveLength(2);
    expect(page.text()).not.toContain('このままでは、配信は止まりません');
  });

  it.each([
    { network: 'off', lock: 'off' },
    { network: 'observe', lock: 'observe' },
    { network: 'off', lock: 'observe' },
  ] as const)('are said to hold nothing with $network and $lock, whatever the button does', async (modes) => {
    const { page } = await show({ ...modes, button: 'enforce' });
    expect(page.find('.notice[data-tone=urgent]').textContent).toContain('このままでは、配信は止まりません');
    expect(warnings(page)).toEqual([]);
  });
});

describe.each([
  { name: 'largeAudience', least: 1, most: 100_000_000, before: 1_000 },
  { name: 'coolDownSeconds', least: 0, most: 60, before: 5 },
] as const)('the number $name', ({ name, least, most, before }) => {
  it.each([String(least), String(most), most.toLocaleString('en'), ` ${most} `])(
    'saves "%s"',
    async (typed) => {
      const { page, gate } = await show();
      await page.enter(input(page, `gate-${name}`), typed);
      expect(gate()[name]).toBe(Number(typed.replaceAll(',', '')));
      expect(field(page, `gate-${name}`)?.textContent).toContain('保存しました');
    },
  );

  it.each(['', '1,00', '1.5', '千', String(least - 1), String(most + 1)])(
    'does not save "%s"',
    async (typed) => {
      const { page, gate } = await show();
      await page.enter(input(page, `gate-${name}`), typed);
      expect(gate()[name]).toBe(before);
      expect(error(page, `gate-${name}`)).toContain(`「${before}」のまま`);
    },
  );
});

describe('the quiet hours', () => {
  it('are shown as times of day and saved as minutes', async () => {
    const { page, gate } = await show();
    expect(input(page, 'gate-quiet-from').value).toBe('21:00');
    expect(input(page, 'gate-quiet-to').value).toBe('08:00');
    await page.enter(input(page, 'gate-quiet-from'), '20:30');
    await page.enter(input(page, 'gate-quiet-to'), '00:05');
    expect(gate().quietHours).toEqual({ from: 1_230, to: 5 });
    expect(field(page, 'gate-quiet-to')?.textContent).toContain('保存しました');
    expect(field(page, 'gate-quiet-from')?.textContent).not.toContain('保存しました');
  });

  it('stay what they were while a field is empty, and say so', async () => {
    const { page, gate } = await show();
    await page.enter(input(page, 'gate-quiet-from'), '');
    expect(gate().quietHours).toEqual(DEFAULT_GATE_POLICY.quietHours);
    expect(error(page, 'gate-quiet-from')).toContain('「21:00」のまま');
    await page.enter(input(page, 'gate-quiet-from'), '21:00');
    expect(error(page, 'gate-quiet-from')).toBe('');
  });
});

describe('the second person', () => {
  it.each(['never', 'large', 'always'])('is asked for as chosen: %s', async (choice) => {
    const { page, gate } = await show({ secondPerson: choice === 'never' ? 'always' : 'never' });
    await page.enter(input(page, 'gate-second'), choice);
    expect(gate().secondPerson).toBe(choice);
  });
});

describe('the caution words', () => {
  it('are one on each line, each once, without blanks', async () => {
    const { page, gate } = await show({ cautionWords: ['無料'] });
    expect(input(page, 'gate-words').value).toBe('無料');
    await page.enter(input(page, 'gate-words'), ' 無料 \n\n必ず儲かる\n無料\r\n');
    expect(gate().cautionWords).toEqual(['無料', '必ず儲かる']);
    expect(input(page, 'gate-words').value).toBe('無料\n必ず儲かる');
    expect(field(page, 'gate-words')?.textContent).toContain('保存しました');
  });

  it.each([
    { what: 'a word of 50 letters', text: 'あ'.repeat(50), saved: 1, said: '' },
    { what: 'a word of 51', text: 'あ'.repeat(51), saved: 0, said: '長すぎます' },
    {
      what: '200 words',
      text: Array.from({ length: 200 }, (_, n) => `語${n}`).join('\n'),
      saved: 200,
      said: '',
    },
    {
      what: '201 words',
      text: Array.from({ length: 201 }, (_, n) => `語${n}`).join('\n'),
      saved: 0,
      said: '200個まで',
    },
  ])('take as much as the policy does: $what', async ({ text, saved, said }) => {
    const { page, gate } = await show();
    await page.enter(input(page, 'gate-words'), text);
    expect(gate().cautionWords).toHaveLength(saved);
    expect(error(page, 'gate-words')).toContain(said);
    expect(input(page, 'gate-words').value).toBe(text);
  });
});

describe('the section', () => {
  it('leads to the journal', async () => {
    const { page } = await show();
    const [link] = page.all('a.button');
    expect([link?.getAttribute('href'), link?.textContent]).toEqual([
      '../journal/index.html',
      '配信の記録を見る',
    ]);
  });

  it('says beside the field when something could not be saved', async () => {
    const { page, store } = await show();
    store.failing = true;
    await page.enter(input(page, 'gate-lock'), 'off');
    expect(field(page, 'gate-lock')?.textContent).toContain('保存できませんでした');
  });
});
