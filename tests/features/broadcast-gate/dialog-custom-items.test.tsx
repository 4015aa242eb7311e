// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { customQuestion } from '../../../src/domain/broadcast/custom-question.ts';
import type { CustomItem } from '../../../src/domain/policy/custom-item.ts';
import type { GatePorts } from '../../../src/features/broadcast-gate/dialog/gate-ports.ts';
import { CUSTOM_ITEMS } from '../../support/custom-items.ts';
import {
  fakeGatePorts,
  inJapanese,
  openBench,
  sheetOf,
  type Tag,
  textsIn,
} from '../../support/gate-dialog-bench.ts';

async function asking(
  items: readonly CustomItem[],
  answer: GatePorts['answer'] = async () => 'right',
  languageTag: Tag = 'ja',
) {
  const ports = fakeGatePorts({ open: async () => sheetOf({ items: items.map(customQuestion) }), answer });
  const bench = await openBench({ ports, languageTag, translate: textsIn(languageTag) });
  const given = () => ports.answer.mock.calls.map(([one]) => one);
  const input = (at = 0) =>
    bench.all<HTMLInputElement>('fieldset input')[at] ?? document.createElement('input');
  return { ...bench, ports, given, input };
}

describe('a supervisor’s own question', () => {
  test('is answered by a tick, which can be taken back', async () => {
    const { click, input, given, state } = await asking([CUSTOM_ITEMS.tick]);
    await click(input());
    expect(given()).toEqual([{ item: 'custom:stock', given: { kind: 'tick' } }]);
    expect(state('custom:stock')).toBe('right');
    await click(input());
    expect(state('custom:stock')).toBe('open');
  });

  test('is answered by a choice; a wrong one says so and stays to be corrected', async () => {
    const verdictOf: GatePorts['answer'] = async (one) =>
      'given' in one && one.given.kind === 'choice' && one.given.choice === 1 ? 'right' : 'wrong';
    const { click, input, given, state, text } = await asking([CUSTOM_ITEMS.choice], verdictOf);
    await click(input(0));
    expect(state('custom:campaign')).toBe('wrong');
    expect(text()).toContain(inJapanese('gateSaidCustomWrong'));
    await click(input(1));
    expect(state('custom:campaign')).toBe('right');
    expect(given()).toEqual(
      [0, 1].map((choice) => ({ item: 'custom:campaign', given: { kind: 'choice', choice } })),
    );
  });

  test.each([
    ['number', CUSTOM_ITEMS.number, '１２'],
    ['word', CUSTOM_ITEMS.word, 'シュトーレン'],
  ] as const)('is answered by a typed %s', async (kind, item, typed) => {
    const { type, leave, input, given } = await asking([item]);
    await type(input(), typed);
    await leave(input());
    expect(given()).toEqual([{ item: `custom:${item.id}`, given: { kind, typed } }]);
  });

  test.each([
    ['ja', '在庫は足りますか。'],
    ['en', 'Is there enough stock?'],
    ['th', 'Is there enough stock?'],
  ] as const)('is asked in the language of the dialog, %s, or the next best', async (tag, question) => {
    const { find } = await asking([CUSTOM_ITEMS.tick], undefined, tag);
    expect(find('legend bdi').textContent).toBe(question);
  });

  test('is asked in Japanese where nothing else is written', async () => {
    const { find } = await asking([CUSTOM_ITEMS.word], undefined, 'th');
    expect(find('legend bdi').textContent).toBe('今週の合言葉は。');
  });

  test('is text, whatever it looks like, and named among what is still open', async () => {
    const odd = { ...CUSTOM_ITEMS.tick, text: { ja: '<img src=x onerror=alert(1)>\u202e在庫' } };
    const { all, find, click, final, text } = await asking([odd]);
    expect(all('img')).toEqual([]);
    expect(find('legend bdi').textContent).toBe(odd.text.ja);
    await click(final());
    expect(text()).toContain('<img src=x onerror=alert(1)> 在庫');
  });

  test('is described by how to answer it', async () => {
    const { find } = await asking([CUSTOM_ITEMS.choice]);
    const help = find('fieldset').getAttribute('aria-describedby') ?? '';
    expect(find(`[id="${help}"]`).textContent).toBe(inJapanese('gateHelpCustomChoice'));
  });
});
